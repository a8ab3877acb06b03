#include "widgets/editor/track_importer.h"

#include <QMetaObject>

namespace paddock {

TrackImporter::TrackImporter(QObject *parent)
    : QObject(parent), m_worker([this](const std::stop_token &stop) { work(stop); }) {}

TrackImporter::~TrackImporter() {
    m_worker.request_stop();
    m_wake.notify_all();
    m_worker.join();
}

quint64 TrackImporter::start(const QString &file, const TrackOptions &options) {
    quint64 number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_number;
        m_wish = Wish{number, file, options};
    }
    m_wake.notify_one();
    return number;
}

void TrackImporter::work(const std::stop_token &stop) {
    while (true) {
        Wish wish;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_wish.has_value(); }))
                return;
            wish = std::move(*m_wish);
            m_wish.reset();
        }
        auto track = std::make_shared<const Result<Track>>(
            importTrack(wish.file.toStdString(), wish.options));
        QMetaObject::invokeMethod(
            this, [this, number = wish.number, track] { Q_EMIT imported(number, track); },
            Qt::QueuedConnection);
    }
}

} // namespace paddock
