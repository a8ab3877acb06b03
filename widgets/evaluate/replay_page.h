// One judged run again, in a scene of its own: play, pause, step both ways, move through it.
#pragma once

#include "core/run/evaluation_grid.h"
#include "widgets/scene/scene_view.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QSlider>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>

#include <memory>

namespace paddock {

class ReplayPage : public QWidget {
    Q_OBJECT
  public:
    ReplayPage(StudioActions &actions, ThemeManager &themes, QWidget *parent = nullptr);

    void open(std::shared_ptr<const EpisodeReplay> replay, const QString &title);
    void close();
    bool isOpen() const { return m_replay != nullptr; }
    int frame() const { return m_frame; }
    int frames() const;
    bool playing() const { return m_timer.isActive(); }
    void seek(int frame);
    SceneView *view() const { return m_view; } // null until a replay has been open

  Q_SIGNALS:
    void closed();

  private:
    QWidget *buildBar(StudioActions &actions);
    void makeView();
    void togglePlay();
    void setPlaying(bool on);
    void advance();
    void showFrame();

    ThemeManager &m_themes;
    StudioActions &m_actions;
    std::shared_ptr<const EpisodeReplay> m_replay;
    QVBoxLayout *m_layout = nullptr;
    SceneView *m_view = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_time = nullptr;
    QSlider *m_slider = nullptr;
    QTimer m_timer;
    QElapsedTimer m_clock; // since m_playedFrom
    int m_playedFrom = 0;
    int m_frame = 0;
};

} // namespace paddock
