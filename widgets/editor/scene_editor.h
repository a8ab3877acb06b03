// What is being drawn: the open document, or what it would be if the drag under way ended here; the
// selected item; and what is wrong, found beside the window's thread. All edits of the scene go
// through here into the document's history.
#pragma once

#include "core/scenario/scenario_checks.h"
#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"
#include "core/sim/randomization_preview.h"
#include "widgets/document/document_model.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace paddock {

class SceneEditor : public QObject {
    Q_OBJECT
  public:
    explicit SceneEditor(DocumentModel &document, QObject *parent = nullptr);
    ~SceneEditor() override;

    DocumentModel &document() { return m_document; }
    const Scenario &scenario() const { return m_draft ? *m_draft : m_document.scenario(); }
    bool locked() const { return m_document.runActive(); }
    bool racing() const { return scenario().kind == ScenarioKind::Racing; }

    SceneLayer layer() const { return m_layer; }
    void setLayer(SceneLayer layer);
    SceneItem selected() const { return m_selected; }
    void select(SceneItem item); // goes to its layer, too
    int reach() const { return m_reach; }
    void setReach(int reach) { m_reach = reach; }

    // One drag is one step of the history; what is dropped where it was is none.
    void beginDrag(SceneItem item);
    void dragTo(Vec2 place);
    void endDrag();
    void cancelDrag();
    bool dragging() const { return m_draft != nullptr; }
    void nudge(Vec2 by); // the selected item; strokes in a row are one step

    Status setItemField(std::size_t field, double value);
    void insertAt(Vec2 place);
    void removeSelected();
    void smooth(); // around the selected control point, or everywhere
    void reverse();
    void scaleWidths(double factor);
    void spreadCheckpoints(int count);
    void resample(double spacing);
    void useTrack(Track track, const QString &words);

    const std::vector<SceneCheck> &checks() const { return m_checks; }
    bool checked() const { return m_checkedRound == m_round; } // of what is shown now
    // Cars of drawn samples from the selected slot or agent, or none.
    const GhostDrives &ghosts() const { return m_ghosts; }
    void setGhosts(bool on);
    // Checks run while this is on.
    void setActive(bool active);

  Q_SIGNALS:
    void changed(); // what is drawn
    void selectionChanged();
    void layerChanged();
    void checksChanged();
    void notice(const QString &text);

  private:
    void followDocument();
    void keepSelection();
    void commit(Scenario next, const QString &words, const QString &gesture = {});
    void commitTrack(Track track, const QString &words);
    void askForChecks();
    void work(const std::stop_token &stop);

    struct Answer {
        std::uint64_t round = 0;
        std::vector<SceneCheck> checks;
        GhostDrives ghosts;
    };
    void take(Answer answer);
    std::optional<Pose> ghostStart() const;

    DocumentModel &m_document;
    std::unique_ptr<Scenario> m_draft; // of the drag under way
    SceneLayer m_layer = SceneLayer::Line;
    SceneItem m_selected, m_dragged;
    int m_reach = 2;
    bool m_active = false, m_ghostsOn = false;
    std::vector<SceneCheck> m_checks;
    GhostDrives m_ghosts;
    std::uint64_t m_round = 0, m_checkedRound = 0;

    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    struct Question {
        std::uint64_t round = 0;
        Scenario scenario;
        std::optional<Pose> ghostStart;
    };
    std::optional<Question> m_question;
    std::jthread m_worker; // last: it is joined before the rest goes
};

} // namespace paddock
