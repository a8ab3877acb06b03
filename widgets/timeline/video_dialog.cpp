#include "widgets/timeline/video_dialog.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/timeline/file_paths.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kWidth = 460; // px

// The program that draws films: this one, or the one beside it.
QString filmProgram() {
    return QDir(QCoreApplication::applicationDirPath()).filePath("paddock");
}

} // namespace

VideoDialog::VideoDialog(Recording first, Recording second, int row, const QString &file, bool dark,
                         QWidget *parent)
    : QDialog(parent), m_first(std::move(first)), m_second(std::move(second)), m_row(row),
      m_dark(dark) {
    setWindowTitle(tr("Export video"));
    buildRows(file);
    connect(&m_program, &QProcess::readyReadStandardOutput, this, &VideoDialog::hear);
    connect(&m_program, &QProcess::finished, this, &VideoDialog::finish);
    connect(&m_program, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(-1);
    });
}

void VideoDialog::buildRows(const QString &file) {
    m_file = new QLineEdit(file);
    auto *browse = new QPushButton(tr("Choose…"));
    auto *place = new QWidget;
    auto *line = new QHBoxLayout(place);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_file, 1);
    line->addWidget(browse);
    m_size = new QComboBox;
    m_size->addItems({"1280x720", "1920x1080", "854x480", "640x360", "1080x1080"});
    m_size->setEditable(true);
    m_camera = new QComboBox;
    for (const char *camera : {"birdseye", "overview", "orbit", "follow", "driver"})
        m_camera->addItem(tr(camera), camera);
    m_speed = new QComboBox;
    for (const double times : {0.25, 0.5, 1.0, 2.0, 4.0})
        m_speed->addItem(QString::number(times) + "x", times);
    m_speed->setCurrentIndex(2);
    m_rate = new QSpinBox;
    m_rate->setRange(1, 120);
    m_rate->setValue(30);
    m_words =
        panelNote(tr("Drawn in simulation time. The ending says the kind: .mp4, .webm, .webp, "
                     ".gif or .apng."));
    m_bar = new QProgressBar;
    m_bar->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_go = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(panelRow(tr("File"), place));
    place->setFixedWidth(kWidth * 2 / 3);
    layout->addWidget(panelRow(tr("Pixels"), m_size));
    layout->addWidget(panelRow(tr("Pictures a second"), m_rate));
    layout->addWidget(panelRow(tr("Camera"), m_camera));
    layout->addWidget(panelRow(tr("Speed"), m_speed));
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    setMinimumWidth(kWidth);
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getSaveFileName(
            this, tr("Export video"), m_file->text(),
            tr("Films (*.mp4 *.webm);;Looping pictures (*.gif *.webp *.apng)"));
        if (!chosen.isEmpty())
            m_file->setText(chosen);
    });
    connect(m_go, &QPushButton::clicked, this, &VideoDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] {
        m_program.terminate();
        reject();
    });
}

QStringList VideoDialog::arguments() const {
    QStringList all{"--video",      m_file->text(),
                    "--from",       m_folder.filePath("first.prec"),
                    "--video-size", m_size->currentText(),
                    "--fps",        QString::number(m_rate->value()),
                    "--camera",     m_camera->currentData().toString(),
                    "--speed",      m_speed->currentData().toString(),
                    "--agent",      QString::number(m_row + 1),
                    "--theme",      m_dark ? "dark" : "light"};
    if (m_second)
        all << "--beside" << m_folder.filePath("second.prec");
    return all;
}

void VideoDialog::setBusy(bool busy) {
    m_go->setEnabled(!busy);
    m_bar->setVisible(busy);
}

void VideoDialog::say(const QString &words) {
    m_words->setText(words);
}

void VideoDialog::start() {
    setBusy(true);
    m_bar->setRange(0, 0);
    m_writing.start(
        [first = m_first, second = m_second,
         folder = toPath(m_folder.path())](std::stop_token) -> Status {
            const Status saved = saveRecording(*first, folder / "first.prec");
            return saved && second ? saveRecording(*second, folder / "second.prec") : saved;
        },
        [this](const Status &saved) {
            if (saved)
                return launch();
            setBusy(false);
            say(QString::fromStdString(saved.error().text()));
        });
}

void VideoDialog::launch() {
    m_program.start(filmProgram(), arguments());
}

void VideoDialog::hear() {
    static const QRegularExpression pattern("picture (\\d+) of (\\d+)");
    while (m_program.canReadLine()) {
        const auto match = pattern.match(QString::fromUtf8(m_program.readLine()));
        if (!match.hasMatch())
            continue;
        m_bar->setRange(0, match.captured(2).toInt());
        m_bar->setValue(match.captured(1).toInt());
    }
}

void VideoDialog::finish(int code) {
    setBusy(false);
    if (code == 0) {
        Q_EMIT filmed(m_file->text());
        accept();
        return;
    }
    const QString why = QString::fromUtf8(m_program.readAllStandardError()).trimmed();
    say(why.isEmpty() ? tr("%1 cannot be started: %2").arg(filmProgram(), m_program.errorString())
                      : why);
}

} // namespace paddock
