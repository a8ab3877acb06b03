#include "widgets/drive/lap_shelf.h"

#include <QFileInfo>

#include <filesystem>
#include <utility>

namespace paddock {

namespace {

constexpr int kMaxNames = 1000; // of files for one scenario

// "Porto-like race" -> "porto_like_race"
QString plainName(const std::string &name) {
    QString plain;
    for (const QChar c : QString::fromStdString(name).toLower())
        plain += c.isLetterOrNumber() || c == '-' ? c : QChar('_');
    return plain.isEmpty() ? QStringLiteral("laps") : plain;
}

} // namespace

LapShelf::LapShelf(QString folder, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)) {}

// The hash of the document is of no account: laps stay good when only the training changes.
bool LapShelf::fits(const DemonstrationMeta &meta) const {
    return meta.observationNames == m_meta.observationNames && meta.branches == m_meta.branches &&
           meta.decisionPeriod == m_meta.decisionPeriod && meta.name == m_meta.name;
}

void LapShelf::setScenario(const Scenario &scenario, int agent) {
    const DemonstrationMeta before = std::exchange(m_meta, demonstrationMeta(scenario, agent));
    const QString group = QString::fromStdString(scenario.groupName(scenario.groupOf(agent)));
    const QString base = m_folder + "/" + plainName(m_meta.name) +
                         (group.isEmpty() ? QString() : "-" + plainName(group.toStdString()));
    const bool same = m_library && fits(m_library->meta()) && before.agent == m_meta.agent;
    if (same && !m_file.isEmpty())
        return;
    m_library.reset();
    for (int i = 1; i < kMaxNames; ++i) {
        m_file = base + (i > 1 ? QString("-%1").arg(i) : QString()) + ".pdemo";
        if (!QFileInfo::exists(m_file) || open(m_file))
            break;
    }
    m_setAside = false;
    Q_EMIT changed();
}

// False when there is another kind of laps in it, or none that can be read.
bool LapShelf::open(const QString &file) {
    Result<LapLibrary> library = LapLibrary::open(file.toStdString(), std::nullopt);
    if (!library || !fits(library->meta()))
        return false;
    m_library.emplace(std::move(*library));
    m_file = file;
    return true;
}

Status LapShelf::choose(const QString &file) {
    if (!QFileInfo::exists(file)) {
        m_library.reset();
        m_file = file;
    } else {
        Result<LapLibrary> library = LapLibrary::open(file.toStdString(), std::nullopt);
        if (!library)
            return library.error();
        if (!fits(library->meta()))
            return Error(Problem{file.toStdString(),
                                 "holds laps of \"" + library->meta().name + "\" with " +
                                     std::to_string(library->meta().observationSize()) +
                                     " observations",
                                 "laps of \"" + m_meta.name + "\" with " +
                                     std::to_string(m_meta.observationSize())});
        m_library.emplace(std::move(*library));
        m_file = file;
    }
    m_setAside = false;
    Q_EMIT changed();
    return Done{};
}

const std::vector<LapEntry> &LapShelf::laps() const {
    static const std::vector<LapEntry> kNone;
    return m_library ? m_library->laps() : kNone;
}

const LapEntry *LapShelf::find(std::size_t chunk) const {
    for (const LapEntry &lap : laps())
        if (lap.chunk == chunk)
            return &lap;
    return nullptr;
}

const LapEntry *LapShelf::best() const {
    const LapEntry *best = nullptr;
    for (const LapEntry &lap : laps())
        if (lap.verdict == verdictName(LapVerdict::Clean) && !lap.path.empty() &&
            (!best || lap.seconds < best->seconds))
            best = &lap;
    return best;
}

std::optional<DemonstrationEpisode> LapShelf::lap(std::size_t chunk) {
    if (!m_library)
        return std::nullopt;
    Result<DemonstrationEpisode> read = m_library->lap(chunk);
    if (read)
        return std::move(*read);
    Q_EMIT problem(tr("The lap cannot be read"), read.error());
    return std::nullopt;
}

bool LapShelf::make() {
    if (m_library)
        return true;
    std::error_code failure;
    std::filesystem::create_directories(std::filesystem::path(m_file.toStdString()).parent_path(),
                                        failure);
    Result<LapLibrary> library = LapLibrary::open(m_file.toStdString(), m_meta);
    if (!library) {
        Q_EMIT problem(tr("The laps cannot be kept"), library.error());
        return false;
    }
    m_library.emplace(std::move(*library));
    return true;
}

bool LapShelf::report(const Status &status) {
    m_setAside = false;
    if (!status)
        Q_EMIT problem(tr("The laps could not be changed"), status.error());
    Q_EMIT changed();
    return status.ok();
}

bool LapShelf::add(const DrivenLap &lap) {
    const bool keep = lap.verdict == LapVerdict::Clean;
    if (!make() || !report(m_library->append(lap.episode, keep)))
        return false;
    m_setAside = !keep;
    Q_EMIT changed();
    return true;
}

void LapShelf::keepSetAside() {
    if (m_setAside)
        undo();
}

void LapShelf::discardLast() {
    if (!laps().empty())
        report(m_library->discardLast());
}

void LapShelf::discard(std::size_t chunk) {
    if (m_library)
        report(m_library->discard(chunk));
}

void LapShelf::trim(std::size_t chunk, std::size_t first, std::size_t last) {
    if (m_library)
        report(m_library->trim(chunk, first, last));
}

QString LapShelf::undoText() const {
    return canUndo() ? QString::fromStdString(m_library->undoText()) : QString();
}

void LapShelf::undo() {
    if (canUndo())
        report(m_library->undo());
}

} // namespace paddock
