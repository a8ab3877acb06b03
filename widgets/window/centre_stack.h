// Pages of which one is shown: the others need no room meanwhile.
#pragma once

#include <QStackedWidget>

namespace paddock {

// Null: no page asks for room, while what stands beside the stack is being changed.
inline void giveRoom(QStackedWidget &stack, const QWidget *page) {
    for (int i = 0; i < stack.count(); ++i) {
        const auto policy = stack.widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        stack.widget(i)->setSizePolicy(policy, policy);
    }
}

inline void showPage(QStackedWidget &stack, QWidget *page) {
    giveRoom(stack, page);
    stack.setCurrentWidget(page);
}

} // namespace paddock
