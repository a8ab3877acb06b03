#include "widgets/window/presenter.h"

#include "widgets/plots/plot_library.h"
#include "widgets/scene/labels.h"

#include <QApplication>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

namespace paddock {

namespace {

constexpr double kCurvesShare = 0.38; // of the window's height

QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(font.pixelSize() * factor));
    return font;
}

} // namespace

Presenter::Presenter(QMainWindow &window, ScenePanel &scene, ThemeManager &themes, QObject *parent)
    : QObject(parent), m_window(window), m_scene(scene), m_themes(themes) {}

void Presenter::hide(QWidget *widget) {
    if (!widget || widget->isHidden())
        return;
    widget->hide();
    m_hidden << widget;
}

void Presenter::enter(QDockWidget *curves) {
    if (m_on)
        return;
    m_on = true;
    m_state = m_window.saveState();
    m_windowState = m_window.windowState();
    m_size = m_window.size();
    m_font = QApplication::font();
    hide(m_window.menuBar());
    hide(m_window.statusBar());
    for (QToolBar *bar : m_window.findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly))
        hide(bar);
    for (QDockWidget *dock :
         m_window.findChildren<QDockWidget *>(QString(), Qt::FindDirectChildrenOnly))
        if (dock != curves)
            hide(dock);
    hide(m_scene.bar());
    QApplication::setFont(scaled(m_font, kScale));
    setLabelScale(kScale);
    enlargeType(m_window);
    scaleMargins(kScale);
    if (curves) {
        curves->show();
        m_window.resizeDocks({curves}, {int(m_window.height() * kCurvesShare)}, Qt::Vertical);
    }
    m_window.setWindowState(m_windowState | Qt::WindowFullScreen);
    Q_EMIT changed();
}

// A font that a widget set itself does not follow the application's.
void Presenter::enlargeType(QWidget &root) {
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if ((widget->font().resolveMask() & QFont::SizeResolved) == 0 ||
            !widget->testAttribute(Qt::WA_SetFont) || widget->isWindow())
            continue;
        m_looks[widget] = {widget->font(), widget->minimumSize(), widget->maximumSize()};
        connect(widget, &QObject::destroyed, this, [this, widget] { m_looks.remove(widget); });
    }
    m_themes.setChoice(m_themes.choice()); // what is painted asks for its type anew
    for (auto looks = m_looks.begin(); looks != m_looks.end(); ++looks)
        looks.key()->setFont(scaled(looks->font, kScale));
}

void Presenter::scaleMargins(double factor) {
    for (QCustomPlot *plot : m_window.findChildren<QCustomPlot *>()) {
        QMargins margins = plot->axisRect()->margins();
        margins.setLeft(qRound(margins.left() * factor));
        margins.setBottom(qRound(margins.bottom() * factor));
        plot->axisRect()->setMargins(margins);
        plot->replot(QCustomPlot::rpQueuedReplot);
    }
}

void Presenter::restoreType() {
    for (auto looks = m_looks.begin(); looks != m_looks.end(); ++looks) {
        looks.key()->disconnect(this);
        looks.key()->setFont(looks->font);
        looks.key()->setMinimumSize(looks->least);
        looks.key()->setMaximumSize(looks->most);
    }
    m_looks.clear();
}

void Presenter::leave() {
    if (!m_on)
        return;
    m_on = false;
    m_window.setWindowState(m_windowState);
    QApplication::setFont(m_font);
    setLabelScale(1);
    m_themes.setChoice(m_themes.choice());
    restoreType();
    scaleMargins(1 / kScale);
    for (const QPointer<QWidget> &widget : m_hidden)
        if (widget)
            widget->show();
    m_hidden.clear();
    if ((m_windowState & (Qt::WindowFullScreen | Qt::WindowMaximized)) == 0)
        m_window.resize(m_size);
    m_window.restoreState(m_state);
    Q_EMIT changed();
}

} // namespace paddock
