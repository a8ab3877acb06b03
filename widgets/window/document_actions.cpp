#include "widgets/window/document_actions.h"

#include "widgets/welcome/document_shelf.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

namespace paddock {

namespace {
const char *const kFilter = QT_TRANSLATE_NOOP("DocumentActions", "Scenarios (*.json)");
}

DocumentActions::DocumentActions(StudioActions &actions, DocumentModel &document,
                                 Settings &settings, QWidget *window)
    : QObject(window), m_document(document), m_settings(settings), m_window(window) {
    m_recent = new QMenu(tr("Open &recent"), window);
    m_presets = new QMenu(tr("New from &preset"), window);
    for (const std::string &name : presetNames()) {
        const QString preset = QString::fromStdString(name);
        connect(m_presets->addAction(preset), &QAction::triggered, this,
                [this, preset] { newFromPreset(preset); });
    }
    connect(m_recent, &QMenu::aboutToShow, this, &DocumentActions::fillRecent);
    connect(actions.newDocument, &QAction::triggered, this,
            [this] { newFromPreset(QString::fromStdString(presetNames().front())); });
    connect(actions.open, &QAction::triggered, this, &DocumentActions::choose);
    connect(actions.save, &QAction::triggered, this, &DocumentActions::save);
    connect(actions.saveAs, &QAction::triggered, this, &DocumentActions::saveAs);
    connect(actions.undo, &QAction::triggered, &document, &DocumentModel::undo);
    connect(actions.redo, &QAction::triggered, &document, &DocumentModel::redo);
    const auto history = [&actions, &document] {
        actions.undo->setEnabled(document.canUndo());
        actions.redo->setEnabled(document.canRedo());
    };
    connect(&document, &DocumentModel::historyChanged, this, history);
    connect(&document, &DocumentModel::changed, this, history);
    history();
}

bool DocumentActions::locked() {
    if (m_document.runActive())
        Q_EMIT notice(tr("Stop the run before opening another document"));
    return m_document.runActive();
}

void DocumentActions::newFromPreset(const QString &name) {
    if (!locked() && mayLeave())
        m_document.newFromPreset(name);
}

void DocumentActions::choose() {
    if (locked())
        return;
    const QString file = QFileDialog::getOpenFileName(m_window, tr("Open scenario"),
                                                      m_settings.lastFolder(), tr(kFilter));
    if (!file.isEmpty())
        openFile(file);
}

bool DocumentActions::openFile(const QString &file) {
    if (locked() || !mayLeave())
        return false;
    const Status status = m_document.open(file);
    if (!status) {
        m_settings.removeRecentFile(file);
        Q_EMIT problemsFound(tr("%1 cannot be opened").arg(QFileInfo(file).fileName()),
                             status.error());
        return false;
    }
    m_settings.addRecentFile(file);
    m_settings.setLastFolder(QFileInfo(file).absolutePath());
    Q_EMIT notice(tr("Opened %1").arg(file));
    return true;
}

bool DocumentActions::openValues(const Scenario &scenario, Origin origin) {
    if (locked() || !mayLeave())
        return false;
    if (origin == Origin::MadeHere)
        m_document.setUnsaved(scenario, {});
    else
        m_document.setScenario(scenario, {});
    return true;
}

bool DocumentActions::save() {
    if (m_document.file().isEmpty())
        return saveAs();
    const Status status = m_document.save(m_document.file());
    if (!status)
        Q_EMIT problemsFound(tr("The document cannot be saved"), status.error());
    else
        Q_EMIT notice(tr("Saved %1").arg(m_document.file()));
    return status.ok();
}

bool DocumentActions::saveAs() {
    const QString proposal = m_document.file().isEmpty()
                                 ? m_settings.lastFolder() + "/" + m_document.title() + ".json"
                                 : m_document.file();
    QString file =
        QFileDialog::getSaveFileName(m_window, tr("Save scenario"), proposal, tr(kFilter));
    if (file.isEmpty())
        return false;
    if (QFileInfo(file).suffix().isEmpty())
        file += ".json";
    const Status status = m_document.save(file);
    if (!status) {
        Q_EMIT problemsFound(tr("The document cannot be saved"), status.error());
        return false;
    }
    m_settings.addRecentFile(file);
    m_settings.setLastFolder(QFileInfo(file).absolutePath());
    Q_EMIT notice(tr("Saved %1").arg(file));
    return true;
}

bool DocumentActions::mayLeave() {
    if (!m_document.modified())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                    tr("“%1” has changes that are not saved.").arg(m_document.title()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    // What ships with the program is not overwritten by pressing Return.
    const QString file = m_document.file();
    const bool shipped = !file.isEmpty() && QFileInfo(file).canonicalPath() == shippedScenarios();
    box.setDefaultButton(shipped ? QMessageBox::Cancel : QMessageBox::Save);
    if (shipped)
        box.setInformativeText(tr("It came with the program; Save asks for a file of your own."));
    const int answer = box.exec();
    return answer == QMessageBox::Discard ||
           (answer == QMessageBox::Save && (shipped ? saveAs() : save()));
}

void DocumentActions::fillRecent() {
    m_recent->clear();
    for (const QString &file : m_settings.recentFiles()) {
        QAction *action = m_recent->addAction(QFileInfo(file).fileName());
        action->setToolTip(file);
        action->setStatusTip(file);
        connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No documents yet"))->setEnabled(false);
}

} // namespace paddock
