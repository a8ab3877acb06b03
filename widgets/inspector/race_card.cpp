#include "widgets/inspector/race_card.h"

#include "widgets/theme/number_text.h"
#include "widgets/theme/theme.h"

#include <QGridLayout>

#include <cmath>

namespace paddock {

namespace {
constexpr double kMinute = 60; // s
constexpr int kColumns = 3;
} // namespace

QString lapTimeText(double seconds) {
    if (!(seconds > 0))
        return "-";
    const double shown = std::round(seconds * 100) / 100;
    if (shown < kMinute)
        return decimalText(shown, 2) + " s";
    const int minutes = int(shown / kMinute);
    return QString("%1:%2").arg(minutes).arg(
        decimalText(shown - minutes * kMinute, 2).rightJustified(5, '0'));
}

RaceCard::RaceCard(QWidget *parent) : QWidget(parent) {
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(0);
    for (int column = 0; column < kColumns; ++column)
        grid->setColumnStretch(column, 1);
    m_lap = addFigure(grid, 0, 0, tr("Laps"), tr("Completed in this episode"));
    m_checkpoint = addFigure(grid, 0, 1, tr("Checkpoint"), tr("The next one, of those of a lap"));
    m_lapTime = addFigure(grid, 1, 0, tr("This lap"), tr("Time since the lap began"));
    m_lastTime = addFigure(grid, 1, 1, tr("Last"), tr("Time of the last whole lap"));
    m_bestTime = addFigure(grid, 1, 2, tr("Best"), tr("Fastest lap of this car so far"));
    m_wrongWay = new QLabel(tr("⚠ Wrong way"));
    m_wrongWay->setProperty("role", "warn");
    m_wrongWay->setFont(uiFont(0, true));
    m_wrongWay->hide();
    grid->addWidget(m_wrongWay, 0, 2, 2, 1, Qt::AlignLeft | Qt::AlignVCenter);
}

QLabel *RaceCard::addFigure(QGridLayout *grid, int row, int column, const QString &name,
                            const QString &help) {
    auto *caption = new QLabel(name);
    caption->setProperty("role", "muted");
    caption->setFont(uiFont(-1));
    auto *figure = new QLabel("-");
    figure->setFont(numberFont());
    figure->setAccessibleName(name);
    caption->setContentsMargins(0, row > 0 ? space::kTiny : 0, 0, 0);
    caption->setToolTip(help);
    figure->setToolTip(help);
    grid->addWidget(caption, 2 * row, column);
    grid->addWidget(figure, 2 * row + 1, column);
    return figure;
}

void RaceCard::setStatus(const RaceStatus &status) {
    m_lap->setText(QString::number(status.laps));
    m_checkpoint->setText(
        QString("%1 / %2").arg(status.nextCheckpoint + 1).arg(status.checkpoints));
    m_lapTime->setText(lapTimeText(double(status.lapTime)));
    m_lastTime->setText(lapTimeText(double(status.lastLapTime)));
    m_bestTime->setText(lapTimeText(double(status.bestLapTime)));
    m_wrongWay->setVisible(status.wrongWay);
}

} // namespace paddock
