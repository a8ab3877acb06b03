// Opening and saving documents: dialogs, recent files, dropped files, the question about unsaved
// changes.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/document/settings.h"
#include "widgets/window/studio_actions.h"

#include <QMenu>
#include <QObject>

namespace paddock {

class DocumentActions : public QObject {
    Q_OBJECT
  public:
    DocumentActions(StudioActions &actions, DocumentModel &document, Settings &settings,
                    QWidget *window);

    // Opens after asking about unsaved changes. A bad document is explained and leaves all as it
    // was.
    bool openFile(const QString &file);
    // The same with values that have no file. Those that were made here exist nowhere else and are
    // not saved yet; those of a lesson can be had again.
    enum class Origin { MadeHere, Elsewhere };
    bool openValues(const Scenario &scenario, Origin origin);
    bool save();
    bool saveAs();
    // True when the document may be left: saved, or the person does not mind.
    bool mayLeave();
    QMenu *recentMenu() const { return m_recent; }
    QMenu *presetMenu() const { return m_presets; }

  Q_SIGNALS:
    void problemsFound(const QString &title, const Error &error);
    void notice(const QString &text);

  private:
    void choose();
    void fillRecent();
    void newFromPreset(const QString &name);
    bool locked(); // while a run is active the document stays

    DocumentModel &m_document;
    Settings &m_settings;
    QWidget *m_window;
    QMenu *m_recent = nullptr;
    QMenu *m_presets = nullptr;
};

} // namespace paddock
