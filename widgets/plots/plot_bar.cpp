#include "widgets/plots/plot_bar.h"

#include "widgets/theme/number_text.h"

#include <QHBoxLayout>

namespace paddock {

namespace {

constexpr double kSliderSteps = 100;
constexpr int kSliderWidth = 140; // px

} // namespace

PlotBar::PlotBar(ThemeManager &themes, QWidget *parent) : QWidget(parent) {
    buildSmoothing();
    buildAxis();
    buildBands();
    m_legend = new PlotLegend(themes);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_label);
    layout->addWidget(m_slider);
    layout->addWidget(m_axis);
    layout->addWidget(m_bands);
    layout->addStretch(1);
    layout->addWidget(m_legend);
}

void PlotBar::buildSmoothing() {
    m_label = new QLabel;
    m_label->setProperty("role", "muted");
    m_slider = new QSlider(Qt::Horizontal);
    m_slider->setRange(0, int(kSliderSteps) - 1);
    m_slider->setFixedWidth(kSliderWidth);
    m_slider->setAccessibleName(tr("Smoothing of the curves"));
    m_slider->setToolTip(tr("Weight of the exponential moving average, debiased at the start.\n"
                            "The faint curve is the raw one."));
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        m_label->setText(tr("Smoothing %1").arg(decimalText(smoothing(), 2)));
        Q_EMIT smoothingChanged(smoothing());
    });
}

void PlotBar::buildAxis() {
    m_axis = new QComboBox;
    for (PlotAxis axis : kPlotAxes)
        m_axis->addItem(axisTitle(axis));
    m_axis->setAccessibleName(tr("What the x axis of the plots counts"));
    m_axis->setToolTip(tr("What all plots count along their x axis."));
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT axisChanged(axis()); });
}

void PlotBar::buildBands() {
    m_bands = new QComboBox;
    m_bands->addItems({tr("Each run"), tr("Mean and band")});
    m_bands->setAccessibleName(tr("How runs that differ only by their seed are shown"));
    m_bands->setToolTip(tr("Runs of the same document with other seeds:\n"
                           "each by itself, or their mean in a band from the least to the "
                           "greatest."));
    m_bands->hide();
    connect(m_bands, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT bandsChanged(bands()); });
}

double PlotBar::smoothing() const {
    return m_slider->value() / kSliderSteps;
}

void PlotBar::setSmoothing(double weight) {
    m_slider->setValue(qRound(weight * kSliderSteps));
}

} // namespace paddock
