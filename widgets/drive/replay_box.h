// The lap at hand from near: its way with the part that counts, a time line, replay and trimming.
#pragma once

#include "core/run/lap_library.h"
#include "widgets/drive/lap_replay.h"
#include "widgets/drive/lap_timeline.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QLabel>
#include <QWidget>

#include <optional>

namespace paddock {

class LapPathView : public QWidget {
    Q_OBJECT
  public:
    explicit LapPathView(ThemeManager &themes, QWidget *parent = nullptr);

    void setLap(const LapEntry *lap);                    // null: none
    void setPart(double from, double to, double cursor); // 0..1 of the lap

    QSize sizeHint() const override { return {240, 168}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    ThemeManager &m_themes;
    std::optional<LapEntry> m_lap;
    double m_from = 0, m_to = 1, m_cursor = 0;
};

class ReplayBox : public QWidget {
    Q_OBJECT
  public:
    ReplayBox(StudioActions &actions, LapReplay &replay, ThemeManager &themes,
              QWidget *parent = nullptr);

    void setLap(const LapEntry *lap, double period); // s between rows; null: none
    LapTimeline &timeline() { return *m_timeline; }

  private:
    void showPosition();

    LapReplay &m_replay;
    double m_period = 0.02;
    LapPathView *m_path = nullptr;
    LapTimeline *m_timeline = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_part = nullptr;
};

} // namespace paddock
