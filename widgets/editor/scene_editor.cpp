#include "widgets/editor/scene_editor.h"

#include "core/scenario/track_edit.h"
#include "widgets/document/document_files.h"

#include <QMetaObject>

namespace paddock {

namespace {

constexpr float kSmoothLength = 1.2f; // m; shorter wiggles go

SceneLayer layerOf(SceneItem item, SceneLayer otherwise) {
    switch (item.kind) {
    case SceneItemKind::Control:
    case SceneItemKind::LeftWidth:
    case SceneItemKind::RightWidth:
        return SceneLayer::Line;
    case SceneItemKind::WallPoint:
        return SceneLayer::Walls;
    case SceneItemKind::Checkpoint:
    case SceneItemKind::CheckpointLeft:
    case SceneItemKind::CheckpointRight:
        return SceneLayer::Checkpoints;
    case SceneItemKind::Start:
    case SceneItemKind::StartYaw:
        return SceneLayer::Starts;
    case SceneItemKind::Obstacle:
    case SceneItemKind::ObstacleYaw:
        return SceneLayer::Obstacles;
    default:
        return otherwise;
    }
}

QString nameOf(const Scenario &scenario, SceneItem item) {
    return QString::fromStdString(itemName(scenario, item));
}

} // namespace

SceneEditor::SceneEditor(DocumentModel &document, QObject *parent)
    : QObject(parent), m_document(document),
      m_worker([this](const std::stop_token &stop) { work(stop); }) {
    connect(&document, &DocumentModel::changed, this, &SceneEditor::followDocument);
}

SceneEditor::~SceneEditor() {
    m_worker.request_stop();
    m_wake.notify_all();
    m_worker.join();
}

void SceneEditor::followDocument() {
    m_draft.reset();
    keepSelection();
    askForChecks();
    Q_EMIT changed();
}

void SceneEditor::keepSelection() {
    if (m_selected && !itemPlace(scenario(), m_selected)) {
        m_selected = {};
        Q_EMIT selectionChanged();
    }
}

void SceneEditor::setLayer(SceneLayer layer) {
    if (layer == m_layer)
        return;
    m_layer = layer;
    if (m_selected && racing() && layerOf(m_selected, layer) != layer)
        select({});
    Q_EMIT layerChanged();
}

void SceneEditor::select(SceneItem item) {
    if (item == m_selected)
        return;
    m_selected = item;
    if (item && layerOf(item, m_layer) != m_layer) {
        m_layer = layerOf(item, m_layer);
        Q_EMIT layerChanged();
    }
    Q_EMIT selectionChanged();
    if (m_ghostsOn)
        askForChecks();
}

void SceneEditor::beginDrag(SceneItem item) {
    select(item);
    if (locked())
        return Q_EMIT notice(tr("A run is active: the scene stays as it is. Stop it to edit"));
    m_dragged = item;
    m_draft = std::make_unique<Scenario>(m_document.scenario());
}

// Always from where the drag began: the way there does not matter.
void SceneEditor::dragTo(Vec2 place) {
    if (!m_draft)
        return;
    *m_draft = dragged(m_document.scenario(), m_dragged, place, {m_reach});
    askForChecks();
    Q_EMIT changed();
}

void SceneEditor::endDrag() {
    if (!m_draft)
        return;
    const Scenario next = *m_draft;
    m_draft.reset();
    commit(next, tr("Move %1").arg(nameOf(next, m_dragged)));
    Q_EMIT changed();
}

void SceneEditor::cancelDrag() {
    if (!m_draft)
        return;
    m_draft.reset();
    askForChecks();
    Q_EMIT changed();
}

void SceneEditor::nudge(Vec2 by) {
    const auto place = itemPlace(m_document.scenario(), m_selected);
    if (!place || m_draft)
        return;
    const QString gesture = QString("nudge %1 %2 %3")
                                .arg(int(m_selected.kind))
                                .arg(m_selected.index)
                                .arg(m_selected.part);
    commit(dragged(m_document.scenario(), m_selected, *place + by, {m_reach}),
           tr("Move %1").arg(nameOf(scenario(), m_selected)), gesture);
}

void SceneEditor::commit(Scenario next, const QString &words, const QString &gesture) {
    if (locked())
        return Q_EMIT notice(tr("A run is active: the scene stays as it is. Stop it to edit"));
    m_document.edit(std::move(next), words, gesture);
}

void SceneEditor::commitTrack(Track track, const QString &words) {
    Scenario next = m_document.scenario();
    if (next.track && *next.track == track)
        return;
    next.track = std::make_shared<const Track>(std::move(track));
    commit(std::move(next), words);
}

Status SceneEditor::setItemField(std::size_t field, double value) {
    Result<Scenario> next = withItemField(m_document.scenario(), m_selected, field, value);
    if (!next)
        return next.error();
    commit(std::move(*next), tr("Set %1").arg(nameOf(scenario(), m_selected)));
    return Done{};
}

void SceneEditor::insertAt(Vec2 place) {
    Inserted next = inserted(m_document.scenario(), m_layer, place, m_selected);
    if (!next.item)
        return Q_EMIT notice(m_layer == SceneLayer::Obstacles
                                 ? tr("An obstacle stands on the road, between its edges")
                                 : tr("Nothing more can be added here"));
    const QString words = tr("Add %1").arg(nameOf(next.scenario, next.item).toLower());
    commit(std::move(next.scenario), words);
    select(next.item);
}

void SceneEditor::removeSelected() {
    const QString name = nameOf(scenario(), m_selected);
    Scenario next = removed(m_document.scenario(), m_selected);
    if (sameDocument(next, m_document.scenario()))
        return Q_EMIT notice(tr("%1 is needed").arg(name));
    const SceneItem gone = m_selected;
    select({});
    commit(std::move(next), tr("Remove %1").arg(name));
    // The neighbour, so that several can go one after another.
    const bool wall = gone.kind == SceneItemKind::WallPoint;
    const SceneItem before{gone.kind, wall ? gone.index : std::max(gone.index - 1, 0),
                           std::max(gone.part - 1, 0)};
    if (itemPlace(scenario(), before))
        select(before);
}

void SceneEditor::smooth() {
    if (!racing() || !scenario().track)
        return;
    const Track &track = *m_document.scenario().track;
    if (m_selected.kind == SceneItemKind::Control)
        commitTrack(smoothedAround(track, std::size_t(m_selected.index), kSmoothLength, m_reach),
                    tr("Smooth around %1").arg(nameOf(scenario(), m_selected).toLower()));
    else
        commitTrack(smoothed(track, kSmoothLength), tr("Smooth the line"));
}

void SceneEditor::reverse() {
    if (racing() && scenario().track)
        commitTrack(reversed(*m_document.scenario().track), tr("Reverse the track"));
}

void SceneEditor::scaleWidths(double factor) {
    if (racing() && scenario().track)
        commitTrack(widthsScaled(*m_document.scenario().track, factor), tr("Scale the widths"));
}

void SceneEditor::spreadCheckpoints(int count) {
    if (racing() && scenario().track)
        commitTrack(withEvenCheckpoints(*m_document.scenario().track, count),
                    tr("Spread the checkpoints"));
}

void SceneEditor::resample(double spacing) {
    if (racing() && scenario().track)
        commitTrack(resampled(*m_document.scenario().track, float(spacing)),
                    tr("Space the line evenly"));
}

void SceneEditor::useTrack(Track track, const QString &words) {
    select({});
    commitTrack(std::move(track), words);
}

void SceneEditor::setGhosts(bool on) {
    m_ghostsOn = on;
    askForChecks();
}

void SceneEditor::setActive(bool active) {
    m_active = active;
    if (active)
        askForChecks();
    else
        cancelDrag();
}

std::optional<Pose> SceneEditor::ghostStart() const {
    if (!m_ghostsOn)
        return std::nullopt;
    const std::vector<Pose> poses = startPoses(scenario());
    if (poses.empty())
        return std::nullopt;
    const bool chosen = m_selected.kind == SceneItemKind::Start ||
                        m_selected.kind == SceneItemKind::StartYaw ||
                        m_selected.kind == SceneItemKind::Agent;
    const std::size_t i = chosen ? std::size_t(m_selected.index) : 0;
    return poses[std::min(i, poses.size() - 1)];
}

// Only the newest question counts.
void SceneEditor::askForChecks() {
    if (!m_active)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_question = Question{++m_round, scenario(), ghostStart()};
    }
    m_wake.notify_one();
}

void SceneEditor::work(const std::stop_token &stop) {
    while (true) {
        std::optional<Question> question;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_question.has_value(); }))
                return;
            question.swap(m_question);
        }
        auto answer = std::make_shared<Answer>();
        answer->round = question->round;
        answer->checks = checkScene(question->scenario);
        if (question->ghostStart)
            answer->ghosts = driveGhosts(question->scenario, *question->ghostStart, stop);
        QMetaObject::invokeMethod(
            this, [this, answer] { take(std::move(*answer)); }, Qt::QueuedConnection);
    }
}

void SceneEditor::take(Answer answer) {
    m_checkedRound = answer.round;
    m_checks = std::move(answer.checks);
    m_ghosts = std::move(answer.ghosts);
    Q_EMIT checksChanged();
}

} // namespace paddock
