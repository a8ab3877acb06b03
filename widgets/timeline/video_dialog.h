// Chooses how a recording is filmed and lets a program of its own do it, with progress and cancel.
#pragma once

#include "core/run/episode_recording.h"
#include "widgets/timeline/background_task.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>

#include <memory>

namespace paddock {

class VideoDialog : public QDialog {
    Q_OBJECT
  public:
    using Recording = std::shared_ptr<const EpisodeRecording>;

    // `second` stands beside the first; null: none. `row` is followed.
    VideoDialog(Recording first, Recording second, int row, const QString &file, bool dark,
                QWidget *parent);

    QLineEdit &file() { return *m_file; }
    void start();

  Q_SIGNALS:
    void filmed(const QString &file);

  private:
    void buildRows(const QString &file);
    QStringList arguments() const;
    void launch();
    void hear();
    void finish(int code);
    void say(const QString &words);
    void setBusy(bool busy);

    Recording m_first, m_second;
    int m_row;
    bool m_dark;
    QTemporaryDir m_folder; // what the program is given
    QLineEdit *m_file = nullptr;
    QComboBox *m_size = nullptr;
    QComboBox *m_camera = nullptr;
    QComboBox *m_speed = nullptr;
    QSpinBox *m_rate = nullptr;
    QLabel *m_words = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_go = nullptr;
    QProcess m_program;
    BackgroundTask<Status> m_writing{this};
};

} // namespace paddock
