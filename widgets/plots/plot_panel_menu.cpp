// What a person asks of single plots: logarithmic axes, notes, pictures and tables; and the hints
// that stand on them.
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/plot_export.h"
#include "widgets/plots/plot_hints.h"
#include "widgets/plots/plot_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QInputDialog>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr std::size_t kLookAgain = 32; // a new look at the hints when a 32nd more rows are there

} // namespace

void PlotPanel::showMenu(CurvePlot *plot, const QPoint &at) {
    QMenu menu;
    const double x = plot->xAxis->pixelToCoord(plot->mapFromGlobal(at).x());
    QAction *note = menu.addAction(tr("Note at this step…"), this, [this, x] { askNote(x); });
    note->setEnabled(!notedFolder().isEmpty());
    const PlotMark *mark = plot->markNear(plot->mapFromGlobal(at).x());
    if (mark && mark->kind == MarkKind::Note)
        menu.addAction(tr("Remove the note"), this,
                       [this, at = std::int64_t(mark->step)] { removeNote(at); });
    menu.addSeparator();
    QAction *logValues = menu.addAction(tr("Logarithmic values"));
    logValues->setCheckable(true);
    logValues->setChecked(plot->logValues());
    connect(logValues, &QAction::toggled, this, [this, plot](bool on) { setLogValues(*plot, on); });
    QAction *logSteps = menu.addAction(tr("Logarithmic x axis of all plots"));
    logSteps->setCheckable(true);
    logSteps->setChecked(m_logSteps);
    connect(logSteps, &QAction::toggled, this, &PlotPanel::setLogSteps);
    if (m_comparison->hasSeeds()) {
        QAction *deviation = menu.addAction(tr("Bands of one standard deviation"));
        deviation->setCheckable(true);
        deviation->setChecked(m_spread == BandSpread::Deviation);
        connect(deviation, &QAction::toggled, this,
                [this](bool on) { setSpread(on ? BandSpread::Deviation : BandSpread::Extremes); });
    }
    menu.addAction(tr("Show all"), this, &PlotPanel::resetRange);
    menu.addSeparator();
    menu.addAction(tr("Copy picture"), this, [this, plot] {
        QApplication::clipboard()->setImage(plotPicture({plot}, pictureTheme(), m_themes.theme()));
    });
    addExports(*menu.addMenu(tr("Save this plot")), plot);
    addExports(*menu.addMenu(tr("Save all plots")), nullptr);
    QAction *white = menu.addAction(tr("Pictures on white"));
    white->setCheckable(true);
    white->setChecked(m_printTheme);
    connect(white, &QAction::toggled, this, [this](bool on) {
        m_printTheme = on;
        if (m_settings)
            m_settings->setValue("plots/print_theme", on);
    });
    menu.exec(at);
}

void PlotPanel::setSpread(BandSpread spread) {
    m_spread = spread;
    if (m_settings)
        m_settings->setValue("plots/deviation", spread == BandSpread::Deviation);
    for (CurvePlot *plot : m_plots)
        plot->setSpread(spread);
    wantRefresh();
}

void PlotPanel::addExports(QMenu &menu, CurvePlot *plot) {
    for (const char *extension : {"png", "pdf", "svg", "csv"})
        menu.addAction(tr("As %1…").arg(QString(extension).toUpper()), this,
                       [this, plot, extension] { exportPlots(plot, extension); });
}

const Theme &PlotPanel::pictureTheme() const {
    return m_printTheme ? lightTheme() : m_themes.theme();
}

void PlotPanel::exportPlots(CurvePlot *plot, const QString &extension) {
    const QString name =
        plot ? plot->spec().title.toLower().replace(' ', '-').remove('.') : tr("curves");
    const QString file = QFileDialog::getSaveFileName(this, tr("Save plots"),
                                                      name + "." + extension, "*." + extension);
    if (file.isEmpty())
        return;
    const QString problem = savePlots(file, plot);
    Q_EMIT message(problem.isEmpty() ? tr("Saved %1").arg(file) : problem);
}

QString PlotPanel::savePlots(const QString &file, CurvePlot *plot) {
    const std::vector<CurvePlot *> plots = plot ? std::vector{plot} : m_plots;
    return writePlots(plots, file, pictureTheme(), m_themes.theme(), plot ? 1 : m_columns);
}

// Notes belong to the own run, or to the one run that is shown without it.
QString PlotPanel::notedFolder() const {
    if (hasCurves())
        return m_comparison->ownFolder();
    return m_comparison->runs().size() == 1 ? m_comparison->runs().front().folder : QString();
}

void PlotPanel::readNotes() {
    const QString folder = notedFolder();
    if (folder == m_notesOf)
        return;
    m_notesOf = folder;
    m_notes.clear();
    m_hints.clear(); // what was said of another run
    m_hintRows = 0;
    if (!folder.isEmpty()) {
        auto notes = loadAnnotations(folder.toStdString());
        if (notes)
            m_notes = std::move(*notes);
        else
            Q_EMIT message(QString::fromStdString(notes.error().text()));
    }
    showNotes();
}

void PlotPanel::showNotes() {
    for (CurvePlot *plot : m_plots) {
        plot->clearMarks(MarkKind::Note);
        for (const RunAnnotation &note : m_notes)
            plot->addMark({double(note.step), QString::fromStdString(note.text), MarkKind::Note});
    }
    wantRefresh();
}

void PlotPanel::askNote(double x) {
    if (notedFolder().isEmpty()) {
        Q_EMIT message(tr("Notes belong to a run: start one, or show one alone."));
        return;
    }
    const double step = m_plots.front()->stepAt(x);
    bool ok = false;
    const QString text = QInputDialog::getText(
        this, tr("Note"), tr("Note at %1 steps:").arg(axisText(PlotAxis::Steps, step)),
        QLineEdit::Normal, {}, &ok);
    if (ok && !text.trimmed().isEmpty())
        addNote(std::llround(std::max(0.0, step)), text.trimmed());
}

void PlotPanel::addNote(std::int64_t step, const QString &text) {
    readNotes();
    std::vector<RunAnnotation> notes = m_notes;
    notes.push_back({step, text.toStdString()});
    keepNotes(std::move(notes));
}

void PlotPanel::removeNote(std::int64_t step) {
    std::vector<RunAnnotation> notes = m_notes;
    std::erase_if(notes, [step](const RunAnnotation &note) { return note.step == step; });
    keepNotes(std::move(notes));
}

// What is shown is read anew, so that a file that cannot be read is never written over.
void PlotPanel::keepNotes(std::vector<RunAnnotation> notes) {
    const std::string folder = notedFolder().toStdString();
    if (folder.empty())
        return;
    const auto there = loadAnnotations(folder);
    const Status saved = there ? saveAnnotations(folder, notes) : Status(there.error());
    if (!saved)
        Q_EMIT message(QString::fromStdString(saved.error().text()));
    else
        m_notes = std::move(notes);
    showNotes();
}

// The own run's groups, or the one run that is shown without it.
void PlotPanel::findHints() {
    const CurvePlot *reward = plotOf(tag::kReward), *success = plotOf(tag::kSuccess),
                    *length = plotOf(tag::kLength);
    if (hasCurves()) {
        const std::size_t rows = reward->curve().points().size();
        if (rows >= m_hintRows && rows < m_hintRows + 1 + m_hintRows / kLookAgain)
            return;
        m_hintRows = rows;
        for (CurvePlot *plot : m_plots)
            plot->clearMarks(MarkKind::Hint);
        for (int group = 0; group < int(reward->groups().size()); ++group)
            findHintsIn(group, reward->curve(group), &success->curve(group), &length->curve(group));
        return;
    }
    for (CurvePlot *plot : m_plots)
        plot->clearMarks(MarkKind::Hint);
    const auto &sets = m_comparison->sets();
    if (sets.size() != 1 || sets.front().runs.size() != 1)
        return;
    const RunCurves &run = *sets.front().runs.front();
    for (int group = 0; group < int(run.groups.size()); ++group)
        if (const auto curve = run.find(tag::kReward, group))
            findHintsIn(group, *curve, run.find(tag::kSuccess, group).get(),
                        run.find(tag::kLength, group).get());
}

// A hint is said once in the log; its mark follows what later rows make of it.
void PlotPanel::findHintsIn(int group, const MetricCurve &reward, const MetricCurve *success,
                            const MetricCurve *length) {
    for (const RewardHint &found : findRewardHints(hintSamples(reward, success, length))) {
        markHint(found);
        const auto said = std::find_if(m_hints.begin(), m_hints.end(), [&](const auto &known) {
            return known.first == group && found.fromStep <= known.second.toStep &&
                   known.second.fromStep <= found.toStep;
        });
        if (said != m_hints.end()) {
            said->second = found;
            continue;
        }
        m_hints.emplace_back(group, found);
        const bool many = m_groups.size() > 1 && std::size_t(group) < m_groups.size();
        const QString text = QString::fromStdString(found.text());
        Q_EMIT hint(many ? QString("%1: %2").arg(m_groups[std::size_t(group)], text) : text);
    }
}

void PlotPanel::markHint(const RewardHint &hint) {
    const bool grows = hint.kind == RewardHint::Kind::EpisodesGrow;
    for (const char *name : {tag::kReward, grows ? tag::kLength : tag::kSuccess})
        if (CurvePlot *plot = plotOf(name))
            plot->addMark(markOf(hint));
}

} // namespace paddock
