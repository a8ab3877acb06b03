#include "widgets/settings/settings_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace paddock {

namespace {
constexpr QSize kSize{880, 640};
constexpr int kListWidth = 168; // px
} // namespace

SettingsDialog::SettingsDialog(Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_before(preferences.values()) {
    setWindowTitle(tr("Settings"));
    m_list = new QListWidget;
    m_list->setObjectName("pages");
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFixedWidth(kListWidth);
    m_pages = new QStackedWidget;
    m_look = new LookPage(preferences);
    m_keys = new KeysPage(preferences.keys());
    m_files = new FilesPage(preferences);
    m_performance = new PerformancePage(preferences);
    addPage(tr("Look"), m_look);
    addPage(tr("Keys"), m_keys);
    addPage(tr("Files"), m_files);
    addPage(tr("Performance"), m_performance);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addWidget(m_pages, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    bottom->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addLayout(bottom);
    resize(kSize);
}

void SettingsDialog::addPage(const QString &title, QWidget *page) {
    auto *item = new QListWidgetItem(title, m_list);
    item->setSizeHint({0, fontMetrics().height() + 2 * space::kSmall});
    m_pages->addWidget(page);
}

void SettingsDialog::reject() {
    m_preferences.restore(m_before);
    QDialog::reject();
}

} // namespace paddock
