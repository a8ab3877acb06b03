// How the picked racer stands: lap, checkpoint, times, and whether it goes the wrong way.
#pragma once

#include "core/task/task.h"

#include <QGridLayout>
#include <QLabel>
#include <QString>
#include <QWidget>

namespace paddock {

QString lapTimeText(double seconds); // 12.34 s, 1:02.34; "-" where there is none

class RaceCard : public QWidget {
    Q_OBJECT
  public:
    explicit RaceCard(QWidget *parent = nullptr);

    void setStatus(const RaceStatus &status);

    QString lap() const { return m_lap->text(); }               // completed so far
    QString checkpoint() const { return m_checkpoint->text(); } // the next one / of a lap
    QString lapTime() const { return m_lapTime->text(); }
    QString lastTime() const { return m_lastTime->text(); }
    QString bestTime() const { return m_bestTime->text(); }
    bool wrongWay() const { return !m_wrongWay->isHidden(); }

  private:
    QLabel *addFigure(QGridLayout *grid, int row, int column, const QString &name,
                      const QString &help);

    QLabel *m_lap = nullptr;
    QLabel *m_checkpoint = nullptr;
    QLabel *m_lapTime = nullptr;
    QLabel *m_lastTime = nullptr;
    QLabel *m_bestTime = nullptr;
    QLabel *m_wrongWay = nullptr;
};

} // namespace paddock
