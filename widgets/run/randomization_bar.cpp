#include "widgets/run/randomization_bar.h"

#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace paddock {

namespace {

constexpr const char *kDegreePath = "randomization.degree";
constexpr std::array kNames{"NDR", "LDR", "HDR"};

} // namespace

RandomizationBar::RandomizationBar(DocumentModel &document, QWidget *parent)
    : QWidget(parent), m_document(document) {
    const std::array helps{tr("No domain randomization (ξ = 0)"),
                           tr("Low domain randomization (ξ = 1)"),
                           tr("High domain randomization (ξ = 2)")};
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        auto *level = m_levels[i] = new QToolButton;
        level->setObjectName("segment");
        level->setText(kNames[i]);
        level->setCheckable(true);
        level->setToolTip(helps[i]);
        layout->addWidget(level);
        connect(level, &QToolButton::clicked, this, [this, i] {
            (void)m_document.setField(kDegreePath, QString::number(i));
            refresh();
        });
    }
    auto *symbol = new QLabel("ξ");
    symbol->setProperty("role", "muted");
    m_degree = new QDoubleSpinBox;
    m_degree->setLocale(QLocale::c());
    m_degree->setRange(0, 100);
    m_degree->setDecimals(2);
    m_degree->setSingleStep(0.1);
    m_degree->setKeyboardTracking(false);
    m_degree->setFont(numberFont());
    m_degree->setAlignment(Qt::AlignRight);
    m_degree->setToolTip(tr("Degree of domain randomization; may change while a run trains"));
    m_degree->setAccessibleName(tr("Degree of domain randomization"));
    layout->addSpacing(space::kSmall);
    layout->addWidget(symbol);
    layout->addSpacing(space::kTiny);
    layout->addWidget(m_degree);
    connect(m_degree, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        (void)m_document.setField(kDegreePath, QString::number(value, 'g', 6));
    });
    connect(&m_document, &DocumentModel::changed, this, &RandomizationBar::refresh);
    refresh();
}

void RandomizationBar::refresh() {
    const double degree = m_document.scenario().randomization.degree;
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        m_levels[i]->setChecked(degree == double(i));
    const QSignalBlocker quiet(m_degree);
    m_degree->setValue(degree);
}

} // namespace paddock
