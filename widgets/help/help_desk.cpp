#include "widgets/help/help_desk.h"

#include <QApplication>
#include <QCursor>

namespace paddock {

namespace {

QString commandLineProgram() {
    return QCoreApplication::applicationDirPath() + "/paddock-cli";
}

} // namespace

HelpDesk::HelpDesk(KeyBindings &keys, ThemeManager &themes, QWidget *window)
    : QObject(window), m_keys(keys), m_themes(themes), m_window(window) {
    StudioActions &actions = keys.actions();
    connect(actions.help, &QAction::triggered, this, [this] { open(topicHere()); });
    connect(actions.shortcuts, &QAction::triggered, this, [this] { open("keys"); });
    connect(actions.parameters, &QAction::triggered, this,
            [this] { open("parameter/training.learning_rate"); });
    connect(&keys, &KeyBindings::edited, this, [this] {
        if (m_help)
            m_help->refreshKeys();
    });
}

HelpWindow &HelpDesk::open(const QString &topic) {
    if (!m_help) {
        m_help = new HelpWindow(m_keys.actions(), m_themes, commandLineProgram(), m_window);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_help, &HelpWindow::settingsWanted, this, &HelpDesk::settingsWanted);
    }
    m_help->openTopic(topic);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
    return *m_help;
}

QString HelpDesk::topicHere() const {
    const QWidget *below = QApplication::widgetAt(QCursor::pos());
    const QString pointed = below && below->window() == m_window ? helpTopicAt(below) : QString();
    return pointed.isEmpty() ? helpTopicAt(QApplication::focusWidget()) : pointed;
}

} // namespace paddock
