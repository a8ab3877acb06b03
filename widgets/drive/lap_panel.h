// What was driven: the recorder, the laps of the file, one of them from near, and the way to
// training.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/document/settings.h"
#include "widgets/drive/drive_controller.h"
#include "widgets/drive/lap_list.h"
#include "widgets/drive/lap_replay.h"
#include "widgets/drive/lap_shelf.h"
#include "widgets/drive/replay_box.h"
#include "widgets/window/studio_actions.h"

#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>
#include <QWidget>

namespace paddock {

class LapPanel : public QWidget {
    Q_OBJECT
  public:
    struct Parts {
        StudioActions &actions;
        LapShelf &shelf;
        LapReplay &replay;
        DriveController &drive;
        DocumentModel &document;
        Settings &settings;
        ThemeManager &themes;
    };
    explicit LapPanel(const Parts &parts, QWidget *parent = nullptr);

    LapList &list() { return *m_list; }
    ReplayBox &replayBox() { return *m_replayBox; }
    QSpinBox *lapsWanted() const { return m_wanted; }
    QString recorderText() const { return m_state->text(); }
    QString lastText() const { return m_last->text(); }

    void showLast(const DrivenLap &lap); // how the newest one went

  Q_SIGNALS:
    void trainingWanted(); // the document has been set up for it

  private:
    QWidget *buildFileRow();
    QWidget *buildRecorder();
    QWidget *buildLast();
    QWidget *buildListButtons();
    QWidget *buildTraining();
    void connectActions();
    void chooseFile();
    void showShelf();
    void showRecorder(const DriveStatus &status);
    void showSelected();
    void enableActions();
    void togglePlay();
    void trim();
    void train();

    StudioActions &m_actions;
    LapShelf &m_shelf;
    LapReplay &m_replay;
    DriveController &m_drive;
    DocumentModel &m_document;
    Settings &m_settings;
    ThemeManager &m_themes;
    LapList *m_list = nullptr;
    ReplayBox *m_replayBox = nullptr;
    QLabel *m_file = nullptr;
    QLabel *m_state = nullptr;
    QProgressBar *m_progress = nullptr;
    QSpinBox *m_wanted = nullptr;
    QWidget *m_lastRow = nullptr;
    QLabel *m_lastIcon = nullptr;
    QLabel *m_last = nullptr;
    QLabel *m_trainNote = nullptr;
};

// The document's fields for training on the laps of a file, as one step of its history.
Status trainOnLaps(DocumentModel &document, const QString &file);

} // namespace paddock
