#include "widgets/settings/settings_pages.h"

#include "widgets/document/document_recovery.h"
#include "widgets/language/language.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QThread>

namespace paddock {

namespace {

constexpr int kScaleStep = 5; // percent

void choose(QComboBox *box, const QString &value) {
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

QLabel *pathLabel(const QString &path) {
    auto *label = new QLabel(QDir::toNativeSeparators(path));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    label->setMinimumWidth(360);
    return label;
}

} // namespace

LookPage::LookPage(Preferences &preferences) : SettingsForm(tr("Look")) {
    m_theme = new QComboBox;
    m_theme->addItem(tr("As the system"), "system");
    m_theme->addItem(tr("Dark"), "dark");
    m_theme->addItem(tr("Light"), "light");
    m_language = new QComboBox;
    m_language->addItem(tr("As the system"), kSystemLanguage);
    for (const Language &language : languages())
        m_language->addItem(language.name, language.code);
    m_scale = new QSlider(Qt::Horizontal);
    m_scale->setRange(Settings::kMinTypeScale / kScaleStep, Settings::kMaxTypeScale / kScaleStep);
    m_scale->setPageStep(1);
    m_scale->setTracking(false); // the window lays itself out anew with each step
    m_scale->setMinimumWidth(180);
    m_percent = new QLabel;
    m_percent->setFont(numberFont());
    auto *scale = new QWidget;
    auto *row = new QHBoxLayout(scale);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_scale);
    row->addWidget(m_percent);
    add(tr("Theme"), m_theme);
    add(tr("Language"), m_language, tr("From the next start on. Numbers keep their point."));
    add(tr("Size of type"), scale, tr("100 % is the size that the system asks for."));
    m_scale->setAccessibleName(tr("Size of type in percent"));
    connect(m_theme, &QComboBox::activated, this,
            [this, &preferences] { preferences.setTheme(m_theme->currentData().toString()); });
    connect(m_language, &QComboBox::activated, this, [this, &preferences] {
        preferences.setLanguage(m_language->currentData().toString());
    });
    connect(m_scale, &QSlider::valueChanged, this,
            [&preferences](int value) { preferences.setTypeScale(value * kScaleStep); });
    connect(&preferences, &Preferences::changed, this,
            [this, &preferences] { show(preferences.values()); });
    show(preferences.values());
}

void LookPage::show(const PreferenceValues &values) {
    choose(m_theme, values.theme);
    choose(m_language, values.language);
    const QSignalBlocker quiet(m_scale);
    m_scale->setValue(values.typeScale / kScaleStep);
    m_percent->setText(tr("%1 %").arg(values.typeScale));
}

FilesPage::FilesPage(Preferences &preferences) : SettingsForm(tr("Files")) {
    add(tr("Folder of runs"), folderRow(preferences),
        tr("New runs and recorded laps go here, from the next start on. A relative folder is "
           "one below that in which Paddock is started."));
    add(tr("Settings"), pathLabel(preferences.settings().file()),
        tr("A damaged file is set aside beside it, and the window starts with the first values."));
    add(tr("Unsaved documents"), pathLabel(DocumentRecovery::defaultFolder()),
        tr("What is not saved is kept here while you edit and offered again after a crash."));
}

QWidget *FilesPage::folderRow(Preferences &preferences) {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_runs = new QLineEdit;
    m_runs->setMinimumWidth(260);
    m_runs->setAccessibleName(tr("Folder of runs"));
    auto *choose = new QPushButton(tr("&Choose…"));
    choose->setAutoDefault(false);
    layout->addWidget(m_runs, 1);
    layout->addWidget(choose);
    row->setFocusProxy(m_runs);
    connect(m_runs, &QLineEdit::editingFinished, this, [this, &preferences] {
        if (m_runs->text().trimmed() != preferences.values().runsFolder)
            preferences.setRunsFolder(m_runs->text().trimmed());
    });
    connect(choose, &QPushButton::clicked, this, [this, &preferences] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of runs"), m_runs->text());
        if (!folder.isEmpty())
            preferences.setRunsFolder(folder);
    });
    const auto show = [this, &preferences] { m_runs->setText(preferences.values().runsFolder); };
    connect(&preferences, &Preferences::changed, this, show);
    show();
    return row;
}

PerformancePage::PerformancePage(Preferences &preferences) : SettingsForm(tr("Performance")) {
    m_threads = new QSpinBox;
    m_threads->setRange(0, Settings::kMaxThreads);
    m_threads->setSpecialValueText(tr("All %1 cores").arg(QThread::idealThreadCount()));
    m_threads->setKeyboardTracking(false);
    m_threads->setMinimumWidth(140);
    m_smooth = new QCheckBox(tr("Up to 30 pictures a second"));
    add(tr("Threads"), m_threads,
        tr("Workers that step the worlds, from the next run on. The result of a run is the same "
           "with any number."));
    add(tr("Smooth motion"), m_smooth,
        tr("Without a graphics card, pictures take time from training; otherwise it changes "
           "nothing."));
    connect(m_threads, &QSpinBox::valueChanged, this,
            [&preferences](int threads) { preferences.setThreads(threads); });
    connect(m_smooth, &QCheckBox::toggled, this,
            [&preferences](bool on) { preferences.setSmoothMotion(on); });
    const auto show = [this, &preferences] {
        const QSignalBlocker quiet(m_threads), quieter(m_smooth);
        m_threads->setValue(preferences.values().threads);
        m_smooth->setChecked(preferences.values().smoothMotion);
    };
    connect(&preferences, &Preferences::changed, this, show);
    show();
}

} // namespace paddock
