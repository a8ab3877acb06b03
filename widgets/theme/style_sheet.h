// The application's style sheet; "@word;" stands for a token of the theme.
#pragma once

namespace paddock {

inline constexpr const char *kStyleSheetTemplate = R"(
QMainWindow { background: @surface; }
QMainWindow::separator { background: @surface; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: @accent; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }

QMenuBar { background: @panel; border: none; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 4px; }
QMenu::item:selected { background: @raised; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QToolBar { background: @panel; border: none; border-bottom: 1px solid @line; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @line; width: 1px; margin: 4px 8px; }
QToolBar#modeBar { border: none; border-right: 1px solid @line; padding: 4px; }
QStatusBar { background: @panel; border-top: 1px solid @line; }
QStatusBar::item { border: none; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px; color: @text; }
QToolButton:hover { background: @raised; }
QToolButton:pressed { background: @line; }
QToolButton:checked { background: @raised; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @muted; }
QToolButton[popupMode="2"] { padding-right: 20px; }
QToolButton::menu-indicator { image: url(:/paddock/icons/qss-chevron-down.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 4px; }
QToolButton#primary { background: @accent; color: @onAccent; padding: 4px 12px 4px 8px; }
QToolButton#primary:hover { border-color: @text; }
QToolButton#primary:disabled { background: @raised; color: @muted; }

QPushButton { background: @raised; border: 1px solid @line; border-radius: 4px; padding: 4px 12px; }
QPushButton:hover, QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton:disabled { color: @muted; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }

QMainWindow > QTabBar { background: @panel; font-weight: bold; }
QMainWindow > QTabBar::tab { background: @panel; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: 4px 12px; }
QMainWindow > QTabBar::tab:hover { color: @text; }
QMainWindow > QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QMainWindow > QTabBar::close-button { image: url(:/paddock/icons/qss-close.svg); border-radius: 4px; }
QMainWindow > QTabBar::close-button:hover { background: @line; }

QSplitter::handle { background: @line; }

QDockWidget { titlebar-close-icon: none; }
QDockWidget > QWidget { background: @panel; }
QWidget#dockTitle { background: @panel; border-bottom: 1px solid @line; }
QScrollArea { border: none; background: @panel; }
QScrollArea > QWidget > QWidget { background: @panel; }
QScrollArea#welcome, QWidget#welcomeBody { background: @surface; }

QLineEdit, QComboBox, QAbstractSpinBox {
    background: @raised; border: 1px solid @line; border-radius: 4px; padding: 2px 8px; min-height: 18px;
    selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: @panel; color: @muted; }
QLineEdit[bad="true"] { border-color: @bad; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/paddock/icons/qss-chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @line; selection-background-color: @raised;
    selection-color: @text; outline: none; padding: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 16px; }
QAbstractSpinBox::up-arrow { image: url(:/paddock/icons/qss-chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/paddock/icons/qss-chevron-down.svg); width: 12px; height: 12px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @muted; border-radius: 4px; background: @raised; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/paddock/icons/qss-check-@check.svg); }
QCheckBox::indicator:disabled { border-color: @line; }

QSlider::groove:horizontal { height: 4px; background: @line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: @text; }
QSlider::handle:horizontal:focus { background: @accent; }

QProgressBar { background: @raised; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 2px; min-width: 24px; min-height: 24px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView { border: none; background: @panel; gridline-color: @line; selection-background-color: @raised;
    selection-color: @text; outline: none; }
QTableView::item { padding: 4px; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @line;
    padding: 4px; }
QTreeView, QListView { border: none; background: @panel; outline: none; selection-background-color: @raised;
    selection-color: @text; }
QTreeView::item:selected, QListView::item:selected { background: @raised; color: @text; }
QTreeView::item:selected:active { border: 1px solid @accent; border-left: none; border-right: none; }
QListWidget#pages { border-right: 1px solid @line; padding: 8px; }
QListWidget#pages::item { border-radius: 4px; padding: 4px 8px; }
QListWidget#pages::item:selected { background: @accent; color: @onAccent; }
QTextBrowser { border: none; background: @panel; }

QLabel[role="muted"] { color: @muted; }
QLabel[role="bad"] { color: @bad; }
QLabel[role="warn"] { color: @warn; }
QFrame#lessonPanel { background: @panel; border-left: 1px solid @line; }
QFrame#banner { background: @raised; border: 1px solid @line; border-radius: 4px; }
QToolButton#section { border: none; border-radius: 0; background: @panel; border-top: 1px solid @line;
    text-align: left; padding: 4px 8px; font-weight: bold; }
QToolButton#section:hover { background: @raised; }
QToolButton#section:focus { color: @accent; }
QToolButton#segment { border: 1px solid @line; border-radius: 0; padding: 4px 8px; }
QToolButton#segment[popupMode="2"] { padding-right: 20px; }
QToolButton#segment:checked { background: @accent; color: @onAccent; border-color: @accent; }
QToolButton#segment:disabled { color: @muted; }
QToolButton#segment:checked:disabled { background: @line; border-color: @line; }
)";

} // namespace paddock
