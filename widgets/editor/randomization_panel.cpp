#include "widgets/editor/randomization_panel.h"

#include "core/sim/randomization_preview.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/form/field_words.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace paddock {

namespace {

constexpr int kSamples = 400;
constexpr int kSliderSteps = 100; // for each whole degree
constexpr double kMostDegree = 2; // HDR; more can be typed

// The unit of what is drawn: a variance's own unit is its square.
QString drawnUnit(const QString &path, const QString &unit) {
    if (!path.endsWith("_variance"))
        return unit;
    return QString(unit).remove("^2").remove('(').remove(')');
}

} // namespace

RandomizationPanel::RandomizationPanel(SceneEditor &editor, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_editor(editor) {
    DocumentModel &document = editor.document();
    m_bar = new RandomizationBar(document);
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, int(kMostDegree * kSliderSteps));
    m_slider->setAccessibleName(tr("Degree of domain randomization"));
    m_ghosts = new QCheckBox(tr("Ghost cars of the drawn samples"));
    m_ghosts->setToolTip(tr("Where cars with drawn dynamics go from the selected start"));
    auto *head = new QWidget;
    auto *top = new QVBoxLayout(head);
    top->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kSmall);
    top->setSpacing(space::kSmall);
    top->addWidget(m_bar);
    top->addWidget(m_slider);
    top->addWidget(m_ghosts);

    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, space::kMedium);
    column->setSpacing(0);
    const auto addRow = [&](const QString &path, bool drawn) {
        const FieldRow *field = document.field(path);
        if (!field)
            return;
        auto *row = new FieldRowWidget(document, themes, *field);
        m_rows[path] = row;
        column->addWidget(row);
        if (!drawn)
            return;
        auto *histogram = new SampleHistogram(themes);
        auto *holder = new QWidget;
        auto *inner = new QVBoxLayout(holder);
        inner->setContentsMargins(space::kMedium, 0, space::kMedium, space::kSmall);
        inner->addWidget(histogram);
        column->addWidget(holder);
        m_histograms[path] = histogram;
    };
    addRow("randomization.grid_replicas", false);
    for (const RandomizationRow &row : previewRandomization({}, 1, 1))
        addRow(QString::fromStdString(row.field), true);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(body);
    scroll->setWidgetResizable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(scroll, 1);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        Scenario next = m_editor.document().scenario();
        next.randomization.degree = double(value) / kSliderSteps;
        if (m_editor.document().runActive()) // a run takes it as a live field
            (void)m_editor.document().setField("randomization.degree",
                                               QString::number(next.randomization.degree, 'g', 6));
        else
            m_editor.document().edit(std::move(next), tr("Degree of randomization"),
                                     m_slider->isSliderDown() ? QString("degree %1").arg(m_drags)
                                                              : QString());
    });
    connect(m_slider, &QSlider::sliderPressed, this, [this] { ++m_drags; });
    connect(m_ghosts, &QCheckBox::toggled, &editor, &SceneEditor::setGhosts);
    connect(&document, &DocumentModel::changed, this, &RandomizationPanel::refresh);
    refresh();
}

void RandomizationPanel::refresh() {
    DocumentModel &document = m_editor.document();
    const Scenario &scenario = document.scenario();
    {
        const QSignalBlocker quietly(m_slider);
        m_slider->setValue(int(std::lround(scenario.randomization.degree * kSliderSteps)));
    }
    QString key = QString::number(scenario.training.seed);
    for (const auto &[path, row] : m_rows) {
        row->refresh();
        if (const FieldRow *field = document.field(path))
            key += " " + QString::fromStdString(field->value);
    }
    key += QString::number(scenario.randomization.degree, 'g', 9);
    if (key == m_shown)
        return;
    m_shown = key;
    for (RandomizationRow &row : previewRandomization(
             scenario.randomization, std::uint64_t(scenario.training.seed), kSamples)) {
        const QString path = QString::fromStdString(row.field);
        const FieldRow *field = document.field(path);
        if (SampleHistogram *histogram = this->histogram(path); histogram && field)
            histogram->setSamples(std::move(row.samples), row.nominal,
                                  unitText(drawnUnit(path, QString::fromStdString(field->unit))));
    }
}

SampleHistogram *RandomizationPanel::histogram(const QString &path) const {
    const auto found = m_histograms.find(path);
    return found == m_histograms.end() ? nullptr : found->second;
}

FieldRowWidget *RandomizationPanel::row(const QString &path) const {
    const auto found = m_rows.find(path);
    return found == m_rows.end() ? nullptr : found->second;
}

} // namespace paddock
