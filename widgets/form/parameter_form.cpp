#include "widgets/form/parameter_form.h"

#include "widgets/form/field_words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace paddock {

namespace {

// What people tune most comes first; sections that are not named here follow.
const QStringList kSectionOrder{"training", "randomization", "parallel", "agents", "task", "map"};
const QStringList kOpenAtFirst{"training", "randomization", "parallel"};

} // namespace

ParameterForm::ParameterForm(DocumentModel &document, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_document(document), m_themes(themes) {
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search parameters (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search parameters"));
    m_changed = new QToolButton;
    m_changed->setObjectName("segment");
    m_changed->setCheckable(true);
    m_changed->setAccessibleName(tr("Only what differs from the preset"));
    m_banner = new QFrame;
    m_banner->setObjectName("banner");
    m_bannerText = new QLabel;
    m_bannerText->setWordWrap(true);
    auto *bannerLayout = new QVBoxLayout(m_banner);
    bannerLayout->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kTiny);
    bannerLayout->addWidget(m_bannerText);
    m_nothing = new QLabel;
    m_nothing->setWordWrap(true);
    m_nothing->setProperty("role", "muted");
    m_nothing->setMargin(space::kMedium);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    head->setSpacing(space::kSmall);
    auto *finder = new QHBoxLayout;
    finder->setSpacing(space::kSmall);
    finder->addWidget(m_search, 1);
    finder->addWidget(m_changed);
    head->addLayout(finder);
    head->addWidget(m_banner);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_nothing);
    layout->addWidget(m_scroll, 1);

    setFocusProxy(m_search);
    rebuild();
    showProblems({});
    connect(m_search, &QLineEdit::textChanged, this, &ParameterForm::filter);
    connect(m_changed, &QToolButton::toggled, this, &ParameterForm::filter);
    connect(&m_document, &DocumentModel::changed, this, &ParameterForm::refresh);
    connect(&m_document, &DocumentModel::historyChanged, this, &ParameterForm::refresh);
}

QStringList ParameterForm::paths() const {
    QStringList out;
    for (const FieldRow &row : m_document.fields())
        out << QString::fromStdString(row.path);
    return out;
}

void ParameterForm::rebuild() {
    m_rows.clear();
    m_sections.clear();
    auto *holder = new QWidget;
    m_body = new QVBoxLayout(holder);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);

    QStringList order = kSectionOrder;
    std::map<QString, std::vector<const FieldRow *>> fields;
    for (const FieldRow &row : m_document.fields()) {
        const QString section = fieldSection(QString::fromStdString(row.path));
        fields[section].push_back(&row);
        if (!order.contains(section))
            order << section;
    }
    order.removeAll(QString());
    order << QString(); // name, preset and description close the form
    for (const QString &section : order)
        if (!fields[section].empty())
            addSection(section, fields[section]);
    m_body->addStretch(1);
    m_scroll->setWidget(holder);
    m_searching = false;
    showCount();
    filter();
}

void ParameterForm::addSection(const QString &name, const std::vector<const FieldRow *> &fields) {
    Section section;
    section.widget = new CollapsibleSection(sectionTitle(name));
    section.expanded = kOpenAtFirst.contains(name);
    QString group = name;
    for (const FieldRow *field : fields) {
        const QString path = QString::fromStdString(field->path);
        if (fieldGroup(path) != group) {
            group = fieldGroup(path);
            auto *heading = new QLabel(fieldName(group));
            heading->setProperty("role", "muted");
            heading->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, 2);
            section.widget->addWidget(heading);
            section.groups.emplace_back(heading, group);
        }
        auto *row = new FieldRowWidget(m_document, m_themes, *field);
        section.widget->addWidget(row);
        section.rows.push_back(row);
        m_rows.push_back(row);
    }
    section.widget->setExpanded(section.expanded);
    m_body->addWidget(section.widget);
    m_sections.emplace(name, std::move(section));
}

FieldRowWidget *ParameterForm::row(const QString &path) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const FieldRowWidget *r) { return r->path() == path; });
    return found == m_rows.end() ? nullptr : *found;
}

void ParameterForm::refresh() {
    QStringList shown;
    for (const FieldRowWidget *row : m_rows)
        shown << row->path();
    QStringList wanted = paths();
    shown.sort();
    wanted.sort();
    if (shown != wanted)
        return rebuild();
    for (FieldRowWidget *row : m_rows)
        row->refresh();
    for (auto &[name, section] : m_sections) {
        const auto changed = std::count_if(section.rows.begin(), section.rows.end(),
                                           [](auto *row) { return row->differsFromPreset(); });
        section.widget->setNote(changed ? tr("%1 changed").arg(changed) : QString());
    }
    showCount();
    if (m_changed->isChecked())
        filter();
    showProblems(validate(m_document.scenario(), "document"));
}

void ParameterForm::showCount() {
    const auto n = std::count_if(m_rows.begin(), m_rows.end(),
                                 [](const auto *row) { return row->differsFromPreset(); });
    m_changed->setText(tr("%1 changed").arg(n));
    m_changed->setToolTip(tr("Show only the %1 fields that differ from the preset “%2”")
                              .arg(n)
                              .arg(QString::fromStdString(m_document.scenario().preset)));
}

void ParameterForm::showProblems(const std::vector<Problem> &problems) {
    QStringList lines;
    if (m_document.runActive())
        lines << tr("A run is active: only fields marked “live” can change. Stop it to edit the "
                    "others.");
    for (const Problem &problem : problems) {
        if (FieldRowWidget *named = row(problemPath(problem)))
            named->showProblem(QString::fromStdString(
                problem.what + (problem.expected.empty() ? "" : "; expected " + problem.expected)));
        else
            lines << QString::fromStdString(problem.text());
    }
    m_bannerText->setText(lines.join('\n'));
    m_banner->setVisible(!lines.isEmpty());
}

void ParameterForm::filter() {
    const QString words = m_search->text();
    const bool changed = m_changed->isChecked();
    const bool searching = changed || !words.trimmed().isEmpty();
    bool any = false;
    for (auto &[name, section] : m_sections) {
        if (searching && !m_searching)
            section.expanded = section.widget->expanded(); // comes back when the search ends
        bool inSection = false;
        QStringList groups;
        for (FieldRowWidget *row : section.rows) {
            const bool hit = row->matches(words) && (!changed || row->differsFromPreset());
            row->setVisible(hit);
            inSection = inSection || hit;
            if (hit)
                groups << fieldGroup(row->path());
        }
        for (auto &[heading, path] : section.groups)
            heading->setVisible(groups.contains(path));
        section.widget->setVisible(inSection);
        if (searching || m_searching)
            section.widget->setExpanded(searching || section.expanded);
        any = any || inSection;
    }
    m_nothing->setText(changed ? tr("Nothing differs from the preset “%1” here.")
                                     .arg(QString::fromStdString(m_document.scenario().preset))
                               : tr("No parameter has these words in its name, symbol or help."));
    m_nothing->setVisible(!any);
    m_searching = searching;
}

} // namespace paddock
