// The scene with its bar: cameras, overlays, the picked agent; or calm words while rendering is
// off.
#pragma once

#include "widgets/scene/scene_view.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

#include <functional>
#include <memory>

namespace paddock {

// What the HUD must know of the document to name its numbers.
struct HudWords {
    HudWords() = default;
    explicit HudWords(const Scenario &scenario);
    std::vector<double> throttles, steers; // of the choices; of the steering limit
    double steeringLimit = 0;              // rad
    QStringList terms;                     // of the reward
};

class ScenePanel : public QWidget {
    Q_OBJECT
  public:
    ScenePanel(StudioActions &actions, ThemeManager &themes, QWidget *parent = nullptr);

    SceneView &view() { return *m_view; }
    QWidget *bar() const { return m_bar; } // cameras, overlays, the picked agent
    void setScenario(const Scenario &scenario);
    void setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot);
    void setDetail(const SessionSnapshot &snapshot); // for the words over the scene
    void setProgress(const SessionProgress &progress) { m_progress = progress; }
    void setRendering(bool on);
    bool rendering() const { return m_stack->currentIndex() == 0; }
    void pick(int row); // within the scenario's agents
    int pickedRow() const { return m_view->picked(); }
    void setHud(const QStringList &lines) { m_view->setHudLines(lines); }
    void setStrip(QWidget *strip); // below the scene, above its bar; the panel owns it
    void setTaken(int row);        // driven by hand while a run goes on; -1: none
    // A line below the scene for a while, with a button if `button` has words.
    void showNotice(const QString &text, const QString &button = {},
                    std::function<void()> act = {});
    QString notice() const { return m_noticeText->text(); } // newest

  Q_SIGNALS:
    void picked(int row);

  private:
    QWidget *buildBar(StudioActions &actions);
    QWidget *buildQuietPage();
    QWidget *buildNotice();
    void addPicker(QHBoxLayout &layout, StudioActions &actions);
    void connectActions(StudioActions &actions);
    void showPicked(int row);
    void pickBy(int offset);

    SceneView *m_view = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_bar = nullptr;
    QSpinBox *m_world = nullptr; // counted from 1
    QSpinBox *m_agent = nullptr; // counted from 1
    QWidget *m_notice = nullptr;
    QLabel *m_noticeText = nullptr;
    QToolButton *m_noticeButton = nullptr;
    QTimer m_noticeTimer;
    std::function<void()> m_noticeAct;
    int m_taken = -1;
    SessionProgress m_progress;
    HudWords m_hudWords;
    int m_worlds = 1;
    int m_agents = 1;
};

// Whether the scene looks different before a run, for one document and the other.
bool changesScene(const Scenario &before, const Scenario &after);

// Lines of the head-up display for the picked agent: one where tiles need the room.
QStringList hudLines(const SessionSnapshot &snapshot, const SessionProgress &progress,
                     double framesPerSecond, const HudWords &words);
QString hudLine(const SessionSnapshot &snapshot, const SessionProgress &progress,
                double framesPerSecond, const HudWords &words);

} // namespace paddock
