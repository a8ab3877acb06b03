#include "widgets/evaluate/plan_panel.h"

#include "core/base/text.h"
#include "core/drivers/driver.h"
#include "core/run/run_directory.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/plots/curve_style.h"
#include "widgets/theme/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <functional>

namespace paddock {

namespace {

constexpr int kMaxRuns = 12; // in the menu

QLabel *sectionTitle(const QString &text) {
    auto *label = new QLabel(text);
    label->setFont(uiFont(0, true));
    label->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kTiny);
    return label;
}

QToolButton *menuButton(const QString &text) {
    auto *button = new QToolButton;
    button->setText(text);
    button->setObjectName("segment");
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    button->setAccessibleName(text);
    return button;
}

QWidget *indented(QWidget *widget) {
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
    layout->addWidget(widget);
    layout->addStretch(1);
    return row;
}

void clearRows(QVBoxLayout &rows) {
    while (QLayoutItem *item = rows.takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr); // lists of children must not find it any more
            widget->deleteLater();
        }
        delete item;
    }
}

QString kindName(PlanDriverKind kind) {
    switch (kind) {
    case PlanDriverKind::BuiltIn:
        return PlanPanel::tr("built in");
    case PlanDriverKind::Policy:
        return PlanPanel::tr("policy");
    case PlanDriverKind::Laps:
        return PlanPanel::tr("laps");
    }
    return {};
}

} // namespace

PlanPanel::PlanPanel(StudioActions &actions, PlanModel &model, ThemeManager &themes,
                     QString runsFolder, QWidget *parent)
    : QScrollArea(parent), m_model(model), m_themes(themes), m_runsFolder(std::move(runsFolder)) {
    setWidgetResizable(true);
    m_body = new QWidget;
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, space::kMedium);
    layout->setSpacing(0);
    layout->addWidget(buildHead(actions));
    layout->addWidget(buildDrivers());
    layout->addWidget(buildScenarios());
    layout->addWidget(buildDegrees());
    layout->addWidget(buildOptions());
    layout->addStretch(1);
    setWidget(m_body);
    connect(&model, &PlanModel::changed, this, &PlanPanel::showPlan);
    connect(&model, &PlanModel::fileChanged, this, &PlanPanel::showPlan);
    connect(&themes, &ThemeManager::changed, this, &PlanPanel::showRows);
    showPlan();
}

QWidget *PlanPanel::buildHead(StudioActions &actions) {
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, 0);
    m_title = new QLabel;
    m_title->setProperty("role", "muted");
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_title, 1);
    for (QAction *action : {actions.planOpen, actions.planSave, actions.planUndo, actions.planRedo})
        layout->addWidget(actionButton(action));
    return head;
}

QWidget *PlanPanel::buildDrivers() {
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sectionTitle(tr("Drivers")));
    layout->addLayout(m_driverRows = new QVBoxLayout);
    m_driverRows->setSpacing(0);
    m_addDriver = menuButton(tr("Add a driver"));
    connect(m_addDriver->menu(), &QMenu::aboutToShow, this, &PlanPanel::fillDriverMenu);
    layout->addWidget(indented(m_addDriver));
    return box;
}

QWidget *PlanPanel::buildScenarios() {
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sectionTitle(tr("Scenarios")));
    layout->addLayout(m_scenarioRows = new QVBoxLayout);
    m_scenarioRows->setSpacing(0);
    m_addScenario = menuButton(tr("Add a scenario"));
    QMenu *menu = m_addScenario->menu();
    connect(menu->addAction(tr("The open document")), &QAction::triggered, this,
            [this] { addScenario({}); });
    connect(menu->addAction(tr("Document…")), &QAction::triggered, this, [this] {
        const QString file =
            QFileDialog::getOpenFileName(window(), tr("Scenario"), {}, tr("Scenarios (*.json)"));
        if (!file.isEmpty())
            addScenario(file);
    });
    layout->addWidget(indented(m_addScenario));
    return box;
}

QWidget *PlanPanel::buildDegrees() {
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sectionTitle(tr("Degrees of randomization")));
    auto *row = new QWidget;
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, space::kTiny);
    buttons->setSpacing(0);
    const QStringList names{tr("NDR"), tr("LDR"), tr("HDR")};
    for (int degree = 0; degree < names.size(); ++degree) {
        auto *button = new QToolButton;
        button->setText(names[degree]);
        button->setObjectName("segment");
        button->setCheckable(true);
        button->setToolTip(tr("Randomization of degree %1").arg(degree));
        button->setAccessibleName(button->toolTip());
        connect(button, &QToolButton::clicked, this,
                [this, degree](bool on) { toggleDegree(degree, on); });
        buttons->addWidget(button);
        m_degrees << button;
    }
    buttons->addSpacing(space::kSmall);
    m_degreeText = new QLineEdit;
    m_degreeText->setPlaceholderText(tr("the document's own"));
    m_degreeText->setFont(numberFont());
    m_degreeText->setAccessibleName(tr("Degrees"));
    m_degreeText->setToolTip(tr("Degrees ξ, separated by commas; empty: the document's own"));
    connect(m_degreeText, &QLineEdit::editingFinished, this,
            [this] { setDegrees(m_degreeText->text()); });
    buttons->addWidget(m_degreeText, 1);
    layout->addWidget(row);
    return box;
}

QWidget *PlanPanel::buildOptions() {
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sectionTitle(tr("Runs")));
    const auto spin = [this](int low, int high, const QString &what, const QString &field,
                             std::int64_t EvaluationPlan::*value) {
        auto *one = new QSpinBox;
        one->setLocale(QLocale::c());
        one->setRange(low, high);
        one->setFont(numberFont());
        connect(one, &QSpinBox::valueChanged, this, [this, what, field, value](int now) {
            edit(what, field, [=](EvaluationPlan &plan) { plan.*value = now; });
        });
        return one;
    };
    m_runs = spin(1, 1000, tr("Change the number of runs"), "runs", &EvaluationPlan::runs);
    m_laps = spin(0, 1000, tr("Change the laps"), "laps", &EvaluationPlan::laps);
    m_laps->setSpecialValueText(tr("document's"));
    m_seed = new QLineEdit;
    m_seed->setFont(numberFont());
    connect(m_seed, &QLineEdit::editingFinished, this, [this] {
        const auto seed = parseInteger(m_seed->text().toStdString());
        if (seed && *seed >= 0)
            edit(tr("Change the seed"), {}, [=](EvaluationPlan &plan) { plan.seed = *seed; });
        showPlan(); // what is no seed goes back to the one that is
    });
    m_opponent = new QLineEdit;
    m_opponent->setPlaceholderText(tr("none: drives all places"));
    connect(m_opponent, &QLineEdit::editingFinished, this, [this] {
        const std::string name = m_opponent->text().trimmed().toStdString();
        edit(tr("Change the opponent"), {}, [=](EvaluationPlan &plan) { plan.opponent = name; });
    });
    m_alone = new QCheckBox;
    connect(m_alone, &QCheckBox::clicked, this, [this](bool on) {
        edit(tr("Race alone"), {}, [=](EvaluationPlan &plan) { plan.alone = on; });
    });
    m_grid = new QCheckBox;
    connect(m_grid, &QCheckBox::clicked, this, [this](bool on) {
        edit(tr("Start at the slots"), {}, [=](EvaluationPlan &plan) { plan.grid = on; });
    });
    layout->addWidget(
        panelRow(tr("Runs each"), m_runs,
                 tr("Of each driver in each scenario at each degree. The published work has 16")));
    layout->addWidget(
        panelRow(tr("Seed"), m_seed, tr("Run i of every driver begins from the same seed")));
    layout->addWidget(sectionTitle(tr("Races")));
    layout->addWidget(panelRow(tr("Laps of a run"), m_laps));
    layout->addWidget(panelRow(tr("Opponent"), m_opponent,
                               tr("Drives all places but the first: a built-in driver's name, an "
                                  ".onnx file, a run or a checkpoint")));
    layout->addWidget(panelRow(tr("One car alone"), m_alone));
    layout->addWidget(panelRow(tr("From the start slots"), m_grid));
    return box;
}

void PlanPanel::edit(const QString &what, const QString &field,
                     const std::function<void(EvaluationPlan &)> &change) {
    EvaluationPlan plan = m_model.plan();
    change(plan);
    m_model.change(what, plan, field);
}

void PlanPanel::setOpenDocument(const QString &title) {
    m_openDocument = title;
    showRows();
}

void PlanPanel::setEditable(bool on) {
    m_body->setEnabled(on);
}

void PlanPanel::addDriver(const PlanDriver &driver) {
    edit(tr("Add %1").arg(QString::fromStdString(driverLabel(driver))), {},
         [&](EvaluationPlan &plan) { plan.drivers.push_back(driver); });
}

void PlanPanel::addScenario(const QString &file) {
    edit(tr("Add a scenario"), {},
         [&](EvaluationPlan &plan) { plan.scenarios.push_back({.file = file.toStdString()}); });
}

void PlanPanel::toggleDegree(double degree, bool on) {
    edit(tr("Change the degrees"), {}, [=](EvaluationPlan &plan) {
        std::erase(plan.degrees, degree);
        if (on)
            plan.degrees.push_back(degree);
        std::sort(plan.degrees.begin(), plan.degrees.end());
    });
    showPlan();
}

void PlanPanel::setDegrees(const QString &text) {
    std::vector<double> degrees;
    for (const QString &part : text.split(',', Qt::SkipEmptyParts)) {
        const auto degree = parseNumber(part.toStdString());
        if (degree && *degree >= 0 && *degree <= 100 &&
            std::find(degrees.begin(), degrees.end(), *degree) == degrees.end())
            degrees.push_back(*degree);
    }
    edit(tr("Change the degrees"), {}, [&](EvaluationPlan &plan) { plan.degrees = degrees; });
    showPlan();
}

void PlanPanel::fillDriverMenu() {
    QMenu *menu = m_addDriver->menu();
    menu->clear();
    for (const std::string &name : builtinDriverNames())
        connect(menu->addAction(QString::fromStdString(name)), &QAction::triggered, this,
                [this, name] { addDriver({.driver = name}); });
    menu->addSeparator();
    const QFileInfoList runs =
        QDir(m_runsFolder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    int shown = 0;
    for (const QFileInfo &run : runs) {
        const std::string path = run.absoluteFilePath().toStdString();
        if (shown == kMaxRuns || listCheckpoints(path).empty())
            continue;
        connect(menu->addAction(run.fileName()), &QAction::triggered, this,
                [this, path] { addDriver({.kind = PlanDriverKind::Policy, .file = path}); });
        ++shown;
    }
    connect(menu->addAction(tr("Run or checkpoint folder…")), &QAction::triggered, this, [this] {
        const QString folder =
            QFileDialog::getExistingDirectory(window(), tr("Run or checkpoint"), m_runsFolder);
        if (!folder.isEmpty())
            addDriver({.kind = PlanDriverKind::Policy, .file = folder.toStdString()});
    });
    connect(menu->addAction(tr("Policy file…")), &QAction::triggered, this, [this] {
        chooseDriverFile(PlanDriverKind::Policy, tr("Policy"), tr("Policies (*.onnx)"));
    });
    connect(menu->addAction(tr("Recorded laps…")), &QAction::triggered, this, [this] {
        chooseDriverFile(PlanDriverKind::Laps, tr("Recorded laps"), tr("Laps (*.pdemo)"));
    });
}

void PlanPanel::chooseDriverFile(PlanDriverKind kind, const QString &title, const QString &filter) {
    const QString file = QFileDialog::getOpenFileName(window(), title, {}, filter);
    if (!file.isEmpty())
        addDriver({.kind = kind, .file = file.toStdString()});
}

void PlanPanel::addRow(QVBoxLayout &rows, const QString &name, const QString &kind,
                       const QString &tip, const QString &remove,
                       std::function<void(EvaluationPlan &)> change) {
    auto *row = new QWidget;
    row->setToolTip(tip);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::kMedium, 2, space::kSmall, 2);
    auto *label = new QLabel(name);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *words = new QLabel(kind);
    words->setProperty("role", "muted");
    auto *button = new QToolButton;
    button->setIcon(themedIcon("discard", m_themes.theme()));
    button->setObjectName("removeRow");
    button->setToolTip(remove);
    button->setAccessibleName(remove);
    connect(button, &QToolButton::clicked, this,
            [this, remove, change = std::move(change)] { edit(remove, {}, change); });
    layout->addWidget(label, 1);
    layout->addWidget(words);
    layout->addWidget(button);
    rows.addWidget(row);
}

void PlanPanel::showRows() {
    clearRows(*m_driverRows);
    clearRows(*m_scenarioRows);
    const EvaluationPlan &plan = m_model.plan();
    for (std::size_t i = 0; i < plan.drivers.size(); ++i) {
        const PlanDriver &driver = plan.drivers[i];
        const QString name = QString::fromStdString(driverLabel(driver));
        addRow(*m_driverRows, name, kindName(driver.kind), QString::fromStdString(driver.file),
               tr("Remove %1").arg(name), [i](EvaluationPlan &changed) {
                   changed.drivers.erase(changed.drivers.begin() + std::ptrdiff_t(i));
               });
    }
    for (std::size_t i = 0; i < plan.scenarios.size(); ++i) {
        const QString file = QString::fromStdString(plan.scenarios[i].file);
        const QString name = file.isEmpty() ? m_openDocument : QFileInfo(file).fileName();
        addRow(*m_scenarioRows, name, file.isEmpty() ? tr("open now") : tr("file"), file,
               tr("Remove %1").arg(name), [i](EvaluationPlan &changed) {
                   changed.scenarios.erase(changed.scenarios.begin() + std::ptrdiff_t(i));
               });
    }
    if (plan.drivers.empty())
        m_driverRows->addWidget(panelNote(tr("Nobody to judge yet.")));
    if (plan.scenarios.empty())
        m_scenarioRows->addWidget(panelNote(tr("Nowhere to drive yet.")));
}

void PlanPanel::showPlan() {
    const EvaluationPlan &plan = m_model.plan();
    m_title->setText(m_model.undoStack().isClean() ? m_model.title() : m_model.title() + " *");
    showRows();
    const QSignalBlocker quietRuns(m_runs), quietLaps(m_laps);
    m_runs->setValue(int(plan.runs));
    m_laps->setValue(int(plan.laps));
    m_seed->setText(QString::fromStdString(numberText(plan.seed)));
    m_opponent->setText(QString::fromStdString(plan.opponent));
    m_alone->setChecked(plan.alone);
    m_grid->setChecked(plan.grid);
    QStringList degrees;
    for (const double degree : plan.degrees)
        degrees << QString::fromStdString(numberText(degree));
    m_degreeText->setText(degrees.join(", "));
    for (int i = 0; i < m_degrees.size(); ++i)
        m_degrees[i]->setChecked(std::find(plan.degrees.begin(), plan.degrees.end(), double(i)) !=
                                 plan.degrees.end());
}

QList<QToolButton *> PlanPanel::removeButtons() const {
    return m_body->findChildren<QToolButton *>("removeRow");
}

} // namespace paddock
