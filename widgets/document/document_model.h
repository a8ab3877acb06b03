// The open scenario document: values, file, undo history. All editors change it through here.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scenario_io.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>

namespace paddock {

class DocumentModel : public QObject {
    Q_OBJECT
  public:
    explicit DocumentModel(QObject *parent = nullptr);
    ~DocumentModel() override;

    const Scenario &scenario() const { return m_scenario; }
    const std::vector<FieldRow> &fields() const { return m_fields; }
    const FieldRow *field(const QString &path) const; // null when there is none
    // The value of a field in the preset that the document names; nullopt when the preset lacks it.
    std::optional<QString> presetValue(const QString &path) const;

    QUndoStack &undoStack() { return m_undo; }
    bool modified() const { return !m_undo.isClean(); }
    QString file() const { return m_file; } // empty: never saved
    QString title() const;                  // file name, or the scenario's name

    // What would be wrong with the text in the field; empty when nothing.
    QString checkField(const QString &path, const QString &text) const;
    // Sets a field with undo. Nothing changes on an error. Setting "preset" loads that preset's
    // values.
    Status setField(const QString &path, const QString &text);
    void resetField(const QString &path); // to the preset's value
    void usePreset(const QString &name);  // with undo; keeps name and description
    // Any change of the document at once, as one step of the history called `words`. Steps in a row
    // with the same `gesture` (not empty) become one. Nothing happens while a run is active.
    void edit(Scenario next, const QString &words, const QString &gesture = {});

    // While a run is active only live fields may change, by editing, undo and redo alike.
    void setRunActive(bool active);
    bool runActive() const { return m_runActive; }
    bool editable(const QString &path) const;
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

    void newFromPreset(const QString &name);
    void setScenario(const Scenario &scenario, const QString &file); // forgets the history
    // The same, of values that differ from those in the file (empty: there is none).
    void setUnsaved(const Scenario &scenario, const QString &file);
    // A race whose track is still being drawn, with lines that cross, opens too.
    Status open(const QString &file);
    // The old file stays beside it as "<file>.bak". A track that was changed goes to a file of its
    // own beside the document, for others may use the one that it came from.
    Status save(const QString &file);

  Q_SIGNALS:
    void changed();                                              // any value
    void fieldChanged(const QString &path, const QString &text); // one value, by edit, undo or redo
    void fileChanged();                                          // file or modified mark
    void historyChanged();                                       // canUndo, canRedo

  private:
    friend class SetFieldCommand;
    friend class UsePresetCommand;
    friend class EditCommand;
    void assign(const Scenario &scenario);
    void assignField(const QString &path, const QString &text);
    bool historyAllowed(int index) const;

    Scenario m_scenario;
    std::vector<FieldRow> m_fields;       // of m_scenario
    std::vector<FieldRow> m_presetFields; // of the preset that it names
    QString m_presetName;
    ScenarioKind m_presetKind = ScenarioKind::Intersection; // that m_presetFields belong to
    QString m_file;
    QUndoStack m_undo;
    bool m_runActive = false;
};

} // namespace paddock
