// The lit 3D view of all worlds as tiles of one scene. Draws copies only; never touches a session.
// Where there is no OpenGL 3.3 it shows words instead; everything else works on.
#pragma once

#include "core/run/training_session.h"
#include "core/scenario/scenario.h"
#include "widgets/scene/camera_mode.h"
#include "widgets/scene/heat_map.h"
#include "widgets/scene/scene_canvas.h"
#include "widgets/scene/scene_options.h"
#include "widgets/scene/scene_theme.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <memory>

namespace paddock {

class SceneView : public QWidget {
    Q_OBJECT
  public:
    explicit SceneView(QWidget *parent = nullptr, SceneSurface surface = SceneSurface::Automatic);
    ~SceneView() override;

    void setScenario(
        const Scenario &scenario); // tiles, roads and meshes; forgets the snapshot and trails
    void clearScenario();          // back to the empty ground with its hint
    void setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot);
    void setPicked(int row); // -1: none
    int picked() const;
    void setCameraMode(CameraMode mode);
    CameraMode cameraMode() const;
    void frameAll();                                 // Home: all tiles fit the view
    void zoomToWorld(int world);                     // double click; -1 = back to all
    void setOverlays(const SceneOverlays &overlays); // never moves the camera
    SceneOverlays overlays() const;
    void setSceneTheme(const SceneTheme &theme);
    void setHudLines(const QStringList &lines); // drawn top left over the scene
    QStringList hudLines() const;
    // Large words in the middle with smaller ones below, e.g. of a countdown; empty: none.
    void setBanner(const QString &words, const QString &below = {});
    QString banner() const;
    void setGhost(int row); // drawn pale and named so; -1: none
    // Colours over the road of one world with their legend, until the scenario changes; null: none.
    void setHeat(std::shared_ptr<const HeatMap> heat);
    std::shared_ptr<const HeatMap> heat() const;
    void setPickMarked(bool on);    // whether a disc shows the picked car
    double framesPerSecond() const; // drawn, over the last second

    // Samples per pixel: 1 is fastest, 4 smooth. -1, the default, is 4 on a graphics card; on a
    // software rasteriser 1 while things move and 4 once they rest.
    void setSamples(int samples);
    int samples() const;                       // in use
    void setSmoothness(Smoothness smoothness); // matters on a software rasteriser only
    // The picture as it is now, in device pixels; null where nothing can be drawn.
    QImage grabFramebuffer();
    // Why nothing can be drawn here (no OpenGL 3.3); empty when all is well.
    QString failure() const;

  Q_SIGNALS:
    void agentPicked(int row); // by click
    void cameraModeChanged(CameraMode mode);

  protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    void redraw();
    void redrawAndAnnounceMode();
    void showFailure(const QString &why);

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock
