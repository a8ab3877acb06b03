// The cameras a person can choose and how hands, time and the picked car move them. No GL, no clock
// of its own.
#pragma once

#include "widgets/scene/camera.h"
#include "widgets/scene/camera_mode.h"
#include "widgets/scene/tile_layout.h"

#include <QSizeF>

namespace paddock {

// The car that Follow and Driver look after, in the scene frame.
struct CameraSubject {
    Pose pose;
    float length = 0.3f;     // m
    float roof = 0.14f;      // m, height of the cabin
    float wheelbase = 0.14f; // m
};

class CameraRig {
  public:
    CameraRig();

    void setLayout(const TileLayout &layout);  // frames everything without a transition
    void setPictureSize(QSizeF logicalPixels); // keeps what is framed fitting
    void setMode(CameraMode mode);
    CameraMode mode() const { return m_mode; }
    int focusedWorld() const { return m_focus; } // -1: all

    void frame(int world); // glides to one tile or, for -1, to all
    // Only Follow and Driver react; `jumped`: the car was put elsewhere, so the camera cuts.
    void setSubject(const CameraSubject &subject, bool jumped);

    // Hands. Dragging a camera that frames tiles makes it Orbit (see mode()).
    void orbit(QPointF pixels);
    void pan(QPointF from, QPointF to);
    void zoom(QPointF at, float factor); // factor < 1: nearer

    // Moves everything that is under way by `seconds`; false when nothing is.
    bool advance(float seconds);
    bool moving() const;

    Camera camera() const;
    float reach() const; // m, how far from a target things may lie

  private:
    CameraPose framed(int world) const;
    CameraPose subjectPose() const;
    CameraPose turnedTo(CameraMode mode) const;
    bool followsSubject() const {
        return m_mode == CameraMode::Follow || m_mode == CameraMode::Driver;
    }
    void glideTo(const CameraPose &goal);
    void becomeFree();
    void limit(CameraPose &pose) const;

    TileLayout m_layout;
    QSizeF m_size{800, 600};
    CameraMode m_mode = CameraMode::Overview;
    int m_focus = -1;
    bool m_isFramed = true; // nobody moved the camera since the last frame()
    CameraPose m_pose;
    CameraPose m_from;
    CameraPose m_goal;
    float m_glide = 1; // 0..1 of the way from m_from to m_goal
    CameraSubject m_subject;
    float m_followAzimuth = 0;  // rad, smoothed
    float m_followTurn = 0;     // rad, by hand
    float m_followRise = 0.40f; // rad, elevation
    float m_followDistance = 3; // car lengths
};

} // namespace paddock
