#include "widgets/editor/problem_panel.h"

#include "widgets/theme/icons.h"

#include <QVBoxLayout>

namespace paddock {

ProblemPanel::ProblemPanel(SceneEditor &editor, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_themes(themes) {
    m_summary = new QLabel;
    m_summary->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    m_summary->setWordWrap(true);
    m_list = new QListWidget;
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Problems of the scene"));
    m_list->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    connect(&editor, &SceneEditor::checksChanged, this, [this] {
        if (m_editor.checks() != m_shown)
            refresh();
    });
    connect(&themes, &ThemeManager::changed, this, &ProblemPanel::refresh);
    setFocusProxy(m_list);
    refresh();
}

void ProblemPanel::refresh() {
    m_shown = m_editor.checks();
    m_list->clear();
    int errors = 0;
    for (const SceneCheck &check : m_shown) {
        const bool error = check.severity == CheckSeverity::Error;
        errors += error ? 1 : 0;
        auto *item = new QListWidgetItem(QString::fromStdString(check.problem.text()), m_list);
        const Theme &theme = m_themes.theme();
        item->setIcon(themedPixmap(error ? "error" : "warning", error ? theme.bad : theme.warn, 16,
                                   devicePixelRatioF()));
        item->setToolTip(item->text());
    }
    const int warnings = int(m_shown.size()) - errors;
    m_summary->setText(
        m_shown.empty() ? tr("Nothing is wrong: this can be trained and driven.")
        : errors == 0   ? tr("Can be trained and driven; %1 to know.").arg(warnings)
                        : tr("%1 to mend before training, %2 to know.").arg(errors).arg(warnings));
    m_summary->setProperty("role", m_shown.empty() ? "muted" : "");
}

void ProblemPanel::choose(int row) {
    if (row >= 0 && std::size_t(row) < m_shown.size())
        Q_EMIT itemWanted(m_shown[std::size_t(row)].item, m_shown[std::size_t(row)].at);
}

} // namespace paddock
