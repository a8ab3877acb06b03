#include "widgets/window/dock_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QToolButton>

namespace paddock {

// Needs no room while it is folded.
class DockTitle : public QWidget {
  public:
    bool folded() const { return m_folded; }
    void setFolded(bool folded) {
        if (folded == m_folded)
            return;
        m_folded = folded;
        updateGeometry();
    }
    QSize sizeHint() const override { return m_folded ? QSize(0, 0) : QWidget::sizeHint(); }
    QSize minimumSizeHint() const override {
        return m_folded ? QSize(0, 0) : QWidget::minimumSizeHint();
    }

  private:
    bool m_folded = false;
};

DockPanel::DockPanel(const QString &name, const QString &title, QWidget *content,
                     ThemeManager &themes, QWidget *parent)
    : QDockWidget(title, parent) {
    setObjectName(name);
    content->setAttribute(Qt::WA_StyledBackground);
    setWidget(content);
    setFeatures(DockWidgetMovable | DockWidgetClosable | DockWidgetFloatable);
    m_title = new DockTitle;
    m_title->setObjectName("dockTitle");
    m_title->setAttribute(Qt::WA_StyledBackground);
    auto *label = new QLabel(title);
    label->setFont(uiFont(0, true));
    auto *close = new QToolButton;
    close->setText("×");
    close->setFixedSize(20, 20);
    close->setStyleSheet("padding: 0;");
    close->setFocusPolicy(Qt::NoFocus);
    close->setAccessibleName(tr("Close %1").arg(title));
    close->setToolTip(tr("Close; the View menu brings it back"));
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    auto *layout = new QHBoxLayout(m_title);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kTiny, space::kTiny);
    layout->addWidget(label);
    layout->addStretch(1);
    layout->addWidget(close);
    setTitleBarWidget(m_title);
    connect(&themes, &ThemeManager::changed, m_title, qOverload<>(&QWidget::update));
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] {
        for (DockPanel *panel : window()->findChildren<DockPanel *>())
            panel->showTitle();
    });
}

bool DockPanel::titled() const {
    return !m_title->folded();
}

bool DockPanel::event(QEvent *event) {
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::Resize:
    case QEvent::ParentChange:
        if (m_title)
            m_later.start(0);
        break;
    default:
        break;
    }
    return QDockWidget::event(event);
}

// A tab remembers its dock by the address.
QTabBar *DockPanel::tabs(int &index) const {
    if (isFloating() || isHidden())
        return nullptr;
    for (QTabBar *bar : window()->findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        for (int i = 0; i < bar->count(); ++i)
            if (bar->count() > 1 && bar->tabData(i).toULongLong() == quintptr(this)) {
                index = i;
                return bar;
            }
    return nullptr;
}

void DockPanel::showTitle() {
    int index = 0;
    QTabBar *bar = tabs(index);
    m_title->setFolded(bar != nullptr);
    if (!bar)
        return;
    bar->setTabsClosable(true);
    connect(bar, &QTabBar::tabCloseRequested, this, &DockPanel::closeTab, Qt::UniqueConnection);
    if (QWidget *cross = bar->tabButton(index, QTabBar::RightSide)) {
        cross->setAccessibleName(tr("Close %1").arg(windowTitle()));
        cross->setToolTip(tr("Close; the View menu brings it back"));
    }
}

void DockPanel::closeTab(int index) {
    const auto *bar = qobject_cast<QTabBar *>(sender());
    if (bar && bar->tabData(index).toULongLong() == quintptr(this))
        close();
}

} // namespace paddock
