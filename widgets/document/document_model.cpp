#include "widgets/document/document_model.h"

#include "core/scenario/track.h"
#include "widgets/document/document_files.h"

#include <QFileInfo>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kUndoLimit = 500;

const FieldRow *findRow(const std::vector<FieldRow> &rows, const QString &path) {
    const std::string wanted = path.toStdString();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const FieldRow &row) { return row.path == wanted; });
    return found == rows.end() ? nullptr : &*found;
}

bool knownPreset(const std::string &name, ScenarioKind kind) {
    const auto names = presetNames(kind);
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

// One field, one step of the history; typing on in the same field is still one step.
class SetFieldCommand : public QUndoCommand {
  public:
    SetFieldCommand(DocumentModel &document, QString path, QString before, QString after)
        : m_document(document), m_path(std::move(path)), m_before(std::move(before)),
          m_after(std::move(after)) {
        setText(DocumentModel::tr("%1 = %2").arg(m_path.section('.', -1), m_after));
    }
    const QString &path() const { return m_path; }
    void undo() override { m_document.assignField(m_path, m_before); }
    void redo() override { m_document.assignField(m_path, m_after); }

  private:
    DocumentModel &m_document;
    QString m_path, m_before, m_after;
};

class UsePresetCommand : public QUndoCommand {
  public:
    UsePresetCommand(DocumentModel &document, Scenario after)
        : m_document(document), m_before(document.scenario()), m_after(std::move(after)) {
        setText(DocumentModel::tr("preset %1").arg(QString::fromStdString(m_after.preset)));
    }
    void undo() override { m_document.assign(m_before); }
    void redo() override { m_document.assign(m_after); }

  private:
    DocumentModel &m_document;
    Scenario m_before, m_after;
};

// The whole document before and after; gestures such as the strokes of an arrow key merge.
class EditCommand : public QUndoCommand {
  public:
    EditCommand(DocumentModel &document, Scenario after, const QString &words, QString gesture)
        : m_document(document), m_before(document.scenario()), m_after(std::move(after)),
          m_gesture(std::move(gesture)) {
        setText(words);
    }
    int id() const override { return m_gesture.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override {
        const auto *other = dynamic_cast<const EditCommand *>(next);
        if (!other || other->m_gesture != m_gesture)
            return false;
        m_after = other->m_after;
        setObsolete(sameDocument(m_before, m_after));
        return true;
    }
    void undo() override { m_document.assign(m_before); }
    void redo() override { m_document.assign(m_after); }

  private:
    DocumentModel &m_document;
    Scenario m_before, m_after;
    QString m_gesture;
};

DocumentModel::DocumentModel(QObject *parent) : QObject(parent) {
    m_undo.setUndoLimit(kUndoLimit);
    newFromPreset(QString::fromStdString(presetNames().front()));
    connect(&m_undo, &QUndoStack::cleanChanged, this, &DocumentModel::fileChanged);
    connect(&m_undo, &QUndoStack::indexChanged, this, &DocumentModel::historyChanged);
}

// The undo stack tells when it is emptied, also at the end, when nobody may listen any more.
DocumentModel::~DocumentModel() {
    m_undo.disconnect(this);
}

const FieldRow *DocumentModel::field(const QString &path) const {
    return findRow(m_fields, path);
}

std::optional<QString> DocumentModel::presetValue(const QString &path) const {
    const FieldRow *row = findRow(m_presetFields, path);
    return row ? std::optional(QString::fromStdString(row->value)) : std::nullopt;
}

QString DocumentModel::title() const {
    return m_file.isEmpty() ? QString::fromStdString(m_scenario.name)
                            : QFileInfo(m_file).fileName();
}

QString DocumentModel::checkField(const QString &path, const QString &text) const {
    if (path == "kind" || path == "track")
        return tr("Open another document instead");
    if (path == "preset" && !knownPreset(text.toStdString(), m_scenario.kind))
        return tr("There is no preset of this name");
    Scenario trial = m_scenario;
    const Status status = paddock::setField(trial, path.toStdString(), text.toStdString());
    if (status)
        return {};
    const Problem &problem = status.error().problems.front();
    return QString::fromStdString(problem.expected.empty() ? problem.what
                                                           : "Expected " + problem.expected);
}

Status DocumentModel::setField(const QString &path, const QString &text) {
    const FieldRow *row = field(path);
    if (row && !editable(path))
        return Error(Problem{path.toStdString(), "cannot change while a run is active",
                             "a field marked live, or a stopped run"});
    if (path == "kind" || path == "track")
        return Error(Problem{path.toStdString(), "is what the document is about",
                             "another document, by File > Open"});
    if (path == "preset") {
        if (!knownPreset(text.toStdString(), m_scenario.kind))
            return Error(Problem{"preset", "is " + text.toStdString(), "a known preset"});
        usePreset(text);
        return Done{};
    }
    Scenario trial = m_scenario;
    const Status status = paddock::setField(trial, path.toStdString(), text.toStdString());
    if (!status || !row)
        return status;
    // Compared as written by the document, so that "0.10" after "0.1" is no change.
    const std::vector<FieldRow> rows = listFields(trial);
    const FieldRow *after = findRow(rows, path);
    if (after && after->value != row->value)
        m_undo.push(new SetFieldCommand(*this, path, QString::fromStdString(row->value),
                                        QString::fromStdString(after->value)));
    return Done{};
}

void DocumentModel::resetField(const QString &path) {
    if (const auto value = presetValue(path))
        (void)setField(path, *value);
}

void DocumentModel::usePreset(const QString &name) {
    if (m_runActive || !knownPreset(name.toStdString(), m_scenario.kind))
        return;
    Scenario next = presetScenario(name.toStdString(), m_scenario.kind);
    next.trackFile = m_scenario.trackFile;
    next.track = m_scenario.track;
    next.name = m_scenario.name;
    next.description = m_scenario.description;
    if (writeScenario(next) != writeScenario(m_scenario))
        m_undo.push(new UsePresetCommand(*this, std::move(next)));
}

void DocumentModel::edit(Scenario next, const QString &words, const QString &gesture) {
    if (!m_runActive && !sameDocument(next, m_scenario))
        m_undo.push(new EditCommand(*this, std::move(next), words, gesture));
}

void DocumentModel::setRunActive(bool active) {
    m_runActive = active;
    Q_EMIT historyChanged();
}

bool DocumentModel::editable(const QString &path) const {
    if (!m_runActive)
        return true;
    const FieldRow *row = field(path);
    return row && row->live;
}

bool DocumentModel::historyAllowed(int index) const {
    if (!m_runActive)
        return true;
    const auto *command = dynamic_cast<const SetFieldCommand *>(m_undo.command(index));
    return command && editable(command->path());
}

bool DocumentModel::canUndo() const {
    return m_undo.canUndo() && historyAllowed(m_undo.index() - 1);
}

bool DocumentModel::canRedo() const {
    return m_undo.canRedo() && historyAllowed(m_undo.index());
}

void DocumentModel::undo() {
    if (canUndo())
        m_undo.undo();
}

void DocumentModel::redo() {
    if (canRedo())
        m_undo.redo();
}

void DocumentModel::assign(const Scenario &scenario) {
    m_scenario = scenario;
    m_fields = listFields(m_scenario);
    const QString preset = QString::fromStdString(knownPreset(m_scenario.preset, m_scenario.kind)
                                                      ? m_scenario.preset
                                                      : presetNames().front());
    if (preset != m_presetName || m_scenario.kind != m_presetKind) {
        m_presetName = preset;
        m_presetKind = m_scenario.kind;
        m_presetFields = listFields(presetScenario(preset.toStdString(), m_presetKind));
    }
    Q_EMIT changed();
}

void DocumentModel::assignField(const QString &path, const QString &text) {
    Scenario next = m_scenario;
    if (!paddock::setField(next, path.toStdString(), text.toStdString()))
        return;
    assign(next);
    Q_EMIT fieldChanged(path, text);
}

void DocumentModel::newFromPreset(const QString &name) {
    setScenario(presetScenario(name.toStdString()), {});
}

void DocumentModel::setScenario(const Scenario &scenario, const QString &file) {
    m_undo.clear();
    m_file = file;
    assign(scenario);
    Q_EMIT fileChanged();
}

void DocumentModel::setUnsaved(const Scenario &scenario, const QString &file) {
    setScenario(scenario, file);
    m_undo.resetClean();
    Q_EMIT fileChanged();
}

Status DocumentModel::open(const QString &file) {
    Result<Scenario> read = openDocument(file.toStdString());
    if (!read)
        return read.error();
    setScenario(*read, QFileInfo(file).absoluteFilePath());
    return Done{};
}

Status DocumentModel::save(const QString &file) {
    Result<std::string> track = saveDocument(m_scenario, file.toStdString());
    if (!track)
        return track.error();
    m_file = QFileInfo(file).absoluteFilePath();
    m_undo.setClean();
    if (*track != m_scenario.trackFile) {
        Scenario named = m_scenario;
        named.trackFile = *track;
        assign(named);
    }
    Q_EMIT fileChanged();
    return Done{};
}

} // namespace paddock
