#include "widgets/window/overlay_buttons.h"

#include "widgets/theme/icons.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr int kMostButtons = 6; // what is wanted seldom stays in the menu
constexpr int kSide = 28;       // px
constexpr int kPitch = kSide + space::kTiny;

} // namespace

QToolButton *sceneButton(QAction *action) {
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setIconSize({20, 20});
    button->setFixedSize(kSide, kSide);
    button->setAccessibleName(QString(action->text()).remove('&'));
    QObject::connect(action, &QAction::visibleChanged, button, // of another mode
                     [action, button] { button->setVisible(action->isVisible()); });
    return button;
}

OverlayButtons::OverlayButtons(StudioActions &actions, QWidget *parent)
    : QWidget(parent), m_overlays(actions.overlays()), m_maps(actions.maps()) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    for (QAction *overlay : m_overlays.first(kMostButtons)) {
        m_buttons << sceneButton(overlay);
        m_buttons.back()->setParent(this);
    }
    auto *open = new QAction(tr("More overlays"), this);
    open->setToolTip(tr("More overlays, and maps of the policy over the road"));
    setIconName(open, "overlay-more");
    m_menu = new QMenu(this);
    m_more = sceneButton(open);
    m_more->setParent(this);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setStyleSheet("QToolButton { padding: 4px; }"
                          "QToolButton::menu-indicator { image: none; }");
    fit();
}

QSize OverlayButtons::sizeHint() const {
    return {int(m_buttons.size()) * kPitch + kSide, kSide};
}

QSize OverlayButtons::minimumSizeHint() const {
    return {kSide, kSide};
}

void OverlayButtons::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fit();
}

void OverlayButtons::fit() {
    const int room = std::clamp((width() - kSide) / kPitch, 0, int(m_buttons.size()));
    m_more->move(room * kPitch, 0);
    if (room == m_shown)
        return;
    m_shown = room;
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->move(i * kPitch, 0);
        m_buttons[i]->setVisible(i < room);
    }
    fillMenu();
}

void OverlayButtons::fillMenu() {
    m_menu->clear();
    m_menu->addActions(m_overlays.mid(m_shown));
    m_menu->addSeparator();
    m_menu->addActions(m_maps);
}

} // namespace paddock
