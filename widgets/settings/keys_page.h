// The keys of all actions: searched, recorded anew, taken from each other only when a person says
// so, and put back.
#pragma once

#include "widgets/keys/key_bindings.h"
#include "widgets/keys/key_recorder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QWidget>

namespace paddock {

class KeysPage : public QWidget {
    Q_OBJECT
  public:
    explicit KeysPage(KeyBindings &keys);

    QLineEdit *searchBox() const { return m_search; }
    QTreeWidget *tree() const { return m_tree; }
    KeyRecorder *recorder() const { return m_recorder; }
    QLabel *message() const { return m_message; } // what is in the way of a key
    QPushButton *takeButton() const { return m_take; }
    QPushButton *resetButton() const { return m_reset; }
    QPushButton *resetAllButton() const { return m_resetAll; }
    void select(QAction *action);
    QAction *selected() const;

  private:
    void fill();
    void addGroup(const StudioActions::Group &group);
    QString where(const QAction *action) const; // modes in which it is there
    void filter(const QString &words);
    QWidget *buildEditor();
    void refresh(); // keys in the list, then the editor
    void showSelected();
    void showKeys(QAction *action);
    void record(const QKeySequence &key);
    void clearMessage();

    KeyBindings &m_keys;
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_help = nullptr;
    QHBoxLayout *m_chips = nullptr;
    KeyRecorder *m_recorder = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_resetAll = nullptr;
    QKeySequence m_wanted; // waits for a person to say whether it may be taken
};

} // namespace paddock
