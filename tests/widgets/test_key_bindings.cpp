#include "widgets/keys/action_names.h"
#include "widgets/keys/key_bindings.h"
#include "widgets/keys/key_recorder.h"

#include <QKeyEvent>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestKeyBindings : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<Settings> m_settings;
    StudioActions *m_actions = nullptr;
    std::unique_ptr<KeyBindings> m_keys;

    // As after a start.
    void open() {
        m_keys.reset();
        m_window = std::make_unique<QWidget>();
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        m_actions = new StudioActions(m_window.get());
        m_keys = std::make_unique<KeyBindings>(*m_actions, *m_settings);
    }
    static QKeySequence chord(int key, Qt::KeyboardModifiers held, const QString &text = {}) {
        return chordOf(QKeyEvent(QEvent::KeyPress, key, held, text));
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() {
        m_keys.reset();
        m_window.reset();
        m_settings.reset();
    }

    void namesAreUnique() {
        QSet<QString> names;
        for (const auto &[name, action] : namedActions(*m_actions)) {
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(names.size() > 50);
    }
    void anAddedKeyOutlivesARestart() {
        QVERIFY(m_keys->add(m_actions->resetLayout, QKeySequence("Ctrl+Alt+L")));
        open();
        QCOMPARE(m_actions->resetLayout->shortcuts(), {QKeySequence("Ctrl+Alt+L")});
    }
    void aKeyTakenAwayStaysAwayAfterARestart() {
        m_keys->remove(m_actions->start, QKeySequence("F5"));
        open();
        QVERIFY(m_actions->start->shortcuts().isEmpty());
    }
    void aKeyThatAnotherActionHasIsRefused() {
        QVERIFY(!m_keys->add(m_actions->checkpoint, QKeySequence("Ctrl+S")));
        QVERIFY(!m_actions->checkpoint->shortcuts().contains(QKeySequence("Ctrl+S")));
        QVERIFY(m_actions->save->shortcuts().contains(QKeySequence("Ctrl+S")));
    }
    void takingAKeyLeavesItsOwnerWithout() {
        m_keys->take(m_actions->checkpoint, QKeySequence("Ctrl+S"));
        QVERIFY(m_actions->checkpoint->shortcuts().contains(QKeySequence("Ctrl+S")));
        QVERIFY(!m_actions->save->shortcuts().contains(QKeySequence("Ctrl+S")));
    }
    void actionsOfDifferentModesMayShareAKey() {
        QVERIFY(m_actions->start->shortcuts().contains(QKeySequence("F5")));
        QVERIFY(m_keys->owners(QKeySequence("F5"), m_actions->driveStart).isEmpty());
        QVERIFY(m_keys->add(m_actions->calibrate, QKeySequence("Ctrl+R"))); // render is of Train
    }
    void theOwnersOfAKeyAreNamed() {
        QCOMPARE(m_keys->owners(QKeySequence("Ctrl+S"), m_actions->start), {m_actions->save});
    }
    void resetGivesTheFirstKeysBack() {
        m_keys->remove(m_actions->start, QKeySequence("F5"));
        m_keys->add(m_actions->start, QKeySequence("Ctrl+Alt+S"));
        m_keys->reset(m_actions->start);
        QCOMPARE(m_actions->start->shortcuts(), {QKeySequence("F5")});
        QVERIFY(m_keys->changes().isEmpty());
    }
    void resetLeavesAKeyToWhomItWasGiven() {
        m_keys->take(m_actions->checkpoint, QKeySequence("Ctrl+S"));
        m_keys->reset(m_actions->save);
        QVERIFY(m_actions->save->shortcuts().isEmpty());
    }
    void resetAllForgetsEverything() {
        m_keys->take(m_actions->checkpoint, QKeySequence("Ctrl+S"));
        m_keys->resetAll();
        open();
        QCOMPARE(m_actions->save->shortcuts(), {QKeySequence("Ctrl+S")});
        QVERIFY(m_keys->changes().isEmpty());
    }
    void changesCanBeTakenBackTogether() {
        m_keys->add(m_actions->start, QKeySequence("Ctrl+Alt+S"));
        const KeyBindings::Changes before = m_keys->changes();
        m_keys->take(m_actions->checkpoint, QKeySequence("Ctrl+S"));
        m_keys->restore(before);
        QCOMPARE(m_keys->changes(), before);
        QVERIFY(m_actions->save->shortcuts().contains(QKeySequence("Ctrl+S")));
    }
    void damagedEntriesAreIgnored() {
        m_settings->setValue("keys/start", QStringList{"no such key at all +++"});
        m_settings->setValue("keys/stop", QByteArray("\x01\x02"));
        m_settings->setValue("keys/save", QStringList{"Ctrl+A, Ctrl+B"}); // two chords
        m_settings->setValue("keys/no_such_action", QStringList{"Ctrl+Alt+1"});
        open();
        QVERIFY(m_keys->changes().isEmpty());
    }
    void entriesInConflictAreIgnored() {
        m_settings->setValue("keys/checkpoint", QStringList{"Ctrl+S"}); // which save has
        open();
        QVERIFY(!m_actions->checkpoint->shortcuts().contains(QKeySequence("Ctrl+S")));
        QVERIFY(m_actions->save->shortcuts().contains(QKeySequence("Ctrl+S")));
    }
    void twoChangedEntriesInConflictEndWithoutOne() {
        m_settings->setValue("keys/checkpoint", QStringList{"Ctrl+Alt+Q"});
        m_settings->setValue("keys/save", QStringList{"Ctrl+Alt+Q"});
        open();
        QVERIFY(m_keys->owners(QKeySequence("Ctrl+Alt+Q"), m_actions->save).isEmpty() ||
                !m_actions->save->shortcuts().contains(QKeySequence("Ctrl+Alt+Q")));
    }
    void swappedKeysComeBackSwapped() {
        m_keys->take(m_actions->checkpoint, QKeySequence("Ctrl+S"));
        m_keys->take(m_actions->save, QKeySequence("Ctrl+K"));
        open();
        QCOMPARE(m_actions->checkpoint->shortcuts(), {QKeySequence("Ctrl+S")});
        QCOMPARE(m_actions->save->shortcuts(), {QKeySequence("Ctrl+K")});
    }
    void theTooltipNamesTheNewKey() {
        m_keys->remove(m_actions->start, QKeySequence("F5"));
        m_keys->add(m_actions->start, QKeySequence("F8"));
        QVERIFY(m_actions->start->toolTip().contains("(F8)"));
    }

    void aChordIsItsKeyAndModifiers() {
        QCOMPARE(chord(Qt::Key_K, Qt::ControlModifier), QKeySequence("Ctrl+K"));
        QCOMPARE(chord(Qt::Key_F5, Qt::ShiftModifier), QKeySequence("Shift+F5"));
    }
    void modifiersAloneAreNoChord() {
        QVERIFY(chord(Qt::Key_Shift, Qt::ShiftModifier).isEmpty());
        QVERIFY(chord(Qt::Key_Control, Qt::ControlModifier).isEmpty());
    }
    void aSignIsTheSameWithAndWithoutShift() {
        QCOMPARE(chord(Qt::Key_Plus, Qt::ShiftModifier, "+"), QKeySequence("+"));
        QCOMPARE(chord(Qt::Key_Plus, Qt::KeypadModifier, "+"), QKeySequence("+"));
    }
    void backtabIsShiftTab() {
        QCOMPARE(chord(Qt::Key_Backtab, Qt::ShiftModifier), QKeySequence("Shift+Tab"));
    }
};

QTEST_MAIN(TestKeyBindings)
#include "test_key_bindings.moc"
