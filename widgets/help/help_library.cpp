#include "widgets/help/help_library.h"

#include "core/scenario/scenario_io.h"
#include "widgets/form/field_words.h"
#include "widgets/keys/action_names.h"
#include "widgets/keys/key_bindings.h"
#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QSet>

#include <cmath>

namespace paddock {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString row(const QString &name, const QString &value) {
    return value.isEmpty() ? QString() : QString("| %1 | %2 |\n").arg(name, escapedMarkdown(value));
}

QString rangeOf(const FieldRow &field) {
    const bool low = std::isfinite(field.min), high = std::isfinite(field.max);
    if (field.type == "text" || field.type == "texts" || field.type == "boolean" ||
        field.type == "choice" || !(low || high))
        return {};
    if (low && high)
        return Help::tr("%1 to %2").arg(valueText(field.min), valueText(field.max));
    return low ? Help::tr("at least %1").arg(valueText(field.min))
               : Help::tr("at most %1").arg(valueText(field.max));
}

QString optionsOf(const FieldRow &field) {
    QStringList all;
    for (const std::string &option : field.options)
        all << QString::fromStdString(option);
    return all.join(", ");
}

QString parameterText(const FieldRow &field, const QString &defaults) {
    const QString path = QString::fromStdString(field.path);
    QString text = escapedMarkdown(QString::fromStdString(field.help)) + "\n\n";
    text += "| " + Help::tr("Property") + " | " + Help::tr("Value") + " |\n|---|---|\n";
    text += row(Help::tr("Path"), path);
    text += row(Help::tr("Kind"), QString::fromStdString(field.type));
    text += row(Help::tr("Unit"), unitText(QString::fromStdString(field.unit)));
    text += row(Help::tr("Range"), rangeOf(field));
    text += row(Help::tr("Choices"), optionsOf(field));
    text += row(Help::tr("Default"), defaults);
    text += row(Help::tr("Symbol in the paper"), symbolText(QString::fromStdString(field.symbol)));
    if (field.live)
        text += row(Help::tr("While a run trains"), Help::tr("may change"));
    text += "\n" + Help::tr("On the command line: %1").arg("`--set " + path + "=…`") + "\n\n";
    if (path.startsWith("randomization."))
        text +=
            Help::tr("See also [degrees of randomization](%1).").arg("help:concept/randomization");
    return text;
}

QString keyText(const StudioActions &actions, const QAction *action, const QString &group) {
    QStringList modes;
    for (const QAction *mode : actions.modes())
        if (actions.belongs(action, StudioActions::modeOf(mode)))
            modes << mode->iconText();
    const QString keys =
        action->shortcuts().isEmpty() ? Help::tr("none") : keysText(action->shortcuts());
    QString text = escapedMarkdown(action->statusTip()) + "\n\n";
    text += "| " + Help::tr("Property") + " | " + Help::tr("Value") + " |\n|---|---|\n";
    text += row(Help::tr("Keys"), keys);
    text += row(Help::tr("Menu"), group);
    text += row(Help::tr("Modes"), modes.join(", "));
    text += "\n" + Help::tr("[All keys](help:keys) · [Change keys…](help:settings/keys)");
    return text;
}

// All keys on one page.
HelpEntry tableOfKeys(const StudioActions &actions) {
    HelpEntry page{"keys", HelpSection::Keys, Help::tr("All keys"), {}, Help::tr("shortcuts")};
    page.text = Help::tr("[Change keys…](help:settings/keys)") + "\n\n";
    for (const StudioActions::Group &group : actions.groups()) {
        QString rows;
        for (const QAction *action : group.actions)
            if (!action->shortcuts().isEmpty())
                rows += "| **" + escapedMarkdown(keysText(action->shortcuts())) + "** | " +
                        escapedMarkdown(plainText(action)) + " | " +
                        escapedMarkdown(action->statusTip()) + " |\n";
        if (!rows.isEmpty())
            page.text += "### " + QString(group.title).remove('&') + "\n\n| " + Help::tr("Keys") +
                         " | " + Help::tr("Action") + " | " + Help::tr("What it does") +
                         " |\n|---|---|---|\n" + rows + "\n";
    }
    page.text +=
        "### " + Help::tr("At the wheel") + "\n\n" +
        Help::tr("**W A S D** or the arrows: throttle, brake and steering, while the scene has the "
                 "keyboard. All other single keys but those of the recorder rest. **Esc** leaves "
                 "the wheel and gives them back.") +
        "\n\n" +
        Help::tr("Single keys work while no text field or list has the keyboard. Tab picks agents "
                 "while the scene has it.");
    return page;
}

} // namespace

QString sectionName(HelpSection section) {
    switch (section) {
    case HelpSection::Concepts:
        return Help::tr("Concepts");
    case HelpSection::Keys:
        return Help::tr("Actions and keys");
    case HelpSection::Curves:
        return Help::tr("Curves");
    case HelpSection::Parameters:
        return Help::tr("Parameters");
    case HelpSection::Commands:
        return Help::tr("Command line");
    }
    return {};
}

QString curveTopic(const char *tag) {
    return QString("curve/") + tag;
}

QString parameterTopic(const QString &path) {
    return "parameter/" + path;
}

QList<HelpEntry> keyPages(const StudioActions &actions) {
    QList<HelpEntry> out{tableOfKeys(actions)};
    QHash<const QAction *, QString> names;
    for (const auto &[name, action] : namedActions(actions))
        names[action] = name;
    for (const StudioActions::Group &group : actions.groups())
        for (const QAction *action : group.actions)
            if (names.contains(action))
                out.append({"key/" + names[action], HelpSection::Keys, plainText(action),
                            keyText(actions, action, QString(group.title).remove('&')),
                            keysText(action->shortcuts())});
    return out;
}

QList<HelpEntry> parameterPages() {
    QList<HelpEntry> out;
    QSet<std::string> seen;
    for (ScenarioKind kind : {ScenarioKind::Intersection, ScenarioKind::Racing}) {
        const std::string preset = presetNames(kind).front();
        for (const FieldRow &field : listFields(presetScenario(preset, kind))) {
            if (seen.contains(field.path))
                continue;
            seen.insert(field.path);
            const QString path = QString::fromStdString(field.path);
            const QString value = QString::fromStdString(field.value);
            const QString defaults =
                value.isEmpty()
                    ? QString()
                    : Help::tr("%1 (preset %2)").arg(value, QString::fromStdString(preset));
            out.append(
                {parameterTopic(path), HelpSection::Parameters,
                 path.contains('.') ? fieldName(path) + " · " + fieldGroup(path) : fieldName(path),
                 parameterText(field, defaults),
                 QString::fromStdString(field.symbol) + ' ' +
                     symbolText(QString::fromStdString(field.symbol))});
        }
    }
    return out;
}

// A command begins at the left edge below "Subcommands:"; what belongs to it is indented.
QList<HelpEntry> commandPages(const QByteArray &helpOfAll) {
    QList<HelpEntry> out;
    bool commands = false;
    QStringList body;
    const auto finish = [&out, &body] {
        if (!out.isEmpty())
            out.back().text += "```\n" + body.join('\n').trimmed() + "\n```\n";
        body.clear();
    };
    for (const QString &line : QString::fromUtf8(helpOfAll).split('\n')) {
        if (line.startsWith("Subcommands:")) {
            commands = true;
            continue;
        }
        if (!commands)
            continue;
        if (!line.isEmpty() && !line[0].isSpace()) {
            finish();
            if (line.contains(' ')) // the closing words
                break;
            out.append({"command/" + line, HelpSection::Commands, "paddock-cli " + line, {}, {}});
        } else if (!out.isEmpty() && out.back().text.isEmpty()) {
            out.back().text = escapedMarkdown(line.trimmed()) + ".\n\n";
        } else {
            body << line.mid(2);
        }
    }
    finish();
    return out;
}

} // namespace paddock
