// Claims about films: what is written can be opened again and is what was drawn, in simulation
// time.
#include "core/run/episode_rollout.h"
#include "widgets/video/film.h"
#include "widgets/video/palette.h"
#include "widgets/video/video_file.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}

#include <QDir>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace paddock;

namespace {

struct Opened {
    QSize size;
    double seconds = 0;
    std::vector<QImage> pictures;
};

void take(AVCodecContext *codec, AVFrame *frame, Opened &film) {
    while (avcodec_receive_frame(codec, frame) == 0) {
        QImage picture(frame->width, frame->height, QImage::Format_RGB32);
        SwsContext *scaler =
            sws_getContext(frame->width, frame->height, AVPixelFormat(frame->format), frame->width,
                           frame->height, AV_PIX_FMT_BGRA, SWS_BICUBIC, nullptr, nullptr, nullptr);
        std::uint8_t *rows[] = {picture.bits()};
        const int strides[] = {int(picture.bytesPerLine())};
        sws_scale(scaler, frame->data, frame->linesize, 0, frame->height, rows, strides);
        sws_freeContext(scaler);
        film.pictures.push_back(picture);
    }
}

// The file as another program sees it.
Opened open(const QString &file) {
    Opened film;
    AVFormatContext *format = nullptr;
    if (avformat_open_input(&format, file.toUtf8().constData(), nullptr, nullptr) != 0 ||
        avformat_find_stream_info(format, nullptr) < 0)
        return film;
    const AVStream *stream = format->streams[0];
    const AVCodec *decoder = avcodec_find_decoder(stream->codecpar->codec_id);
    AVCodecContext *codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, stream->codecpar);
    avcodec_open2(codec, decoder, nullptr);
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = av_frame_alloc();
    while (av_read_frame(format, packet) == 0) {
        avcodec_send_packet(codec, packet);
        av_packet_unref(packet);
        take(codec, frame, film);
    }
    avcodec_send_packet(codec, nullptr);
    take(codec, frame, film);
    film.size = {codec->width, codec->height};
    film.seconds = double(format->duration) / AV_TIME_BASE;
    av_frame_free(&frame);
    av_packet_free(&packet);
    avcodec_free_context(&codec);
    avformat_close_input(&format);
    return film;
}

// A bar that moves by four pixels from picture to picture.
QImage barAt(int picture, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(30, 40, 60));
    QPainter(&image).fillRect(QRect(picture * 4, 0, 16, size.height()), QColor(230, 120, 30));
    return image;
}

// Mean difference of the pixels, 0..255.
double apart(const QImage &a, const QImage &b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor p = a.pixelColor(x, y), q = b.pixelColor(x, y);
            sum += std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) +
                   std::abs(p.blue() - q.blue());
        }
    return sum / (3.0 * a.width() * a.height());
}

EpisodeRecording crossing(double seconds) {
    const Scenario scenario = presetScenario(presetNames().front());
    const auto driver = makeBuiltinDriver("cautious", scenario, 1);
    RolloutOptions options;
    options.seconds = seconds;
    return *recordRollout(scenario, *driver, options, "cautious");
}

} // namespace

class TestVideo : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

  private Q_SLOTS:
    void everyKindGivesItsPicturesBack_data() {
        QTest::addColumn<QString>("ending");
        for (const std::string &ending : videoEndings())
            QTest::newRow(ending.c_str()) << QString::fromStdString(ending);
    }
    void everyKindGivesItsPicturesBack() {
        QFETCH(QString, ending);
        const QString file = m_folder.filePath("bar" + ending);
        const QSize size(160, 96);
        auto video = VideoFile::create(file.toStdString(), size, 25);
        if (!video && video.error().text().find("no encoder") != std::string::npos)
            QSKIP("This FFmpeg has no encoder for it");
        QVERIFY2(video.ok(), video ? "" : video.error().text().c_str());
        for (int i = 0; i < 30; ++i)
            QVERIFY((*video)->add(barAt(i, size)).ok());
        QVERIFY(!QFile::exists(file)); // not before it is whole
        QVERIFY((*video)->finish().ok());
        QVERIFY(QFile::exists(file));
        if (ending == ".webp")
            return; // FFmpeg writes animated WebP and cannot read it
        const Opened film = open(file);
        QCOMPARE(film.size, size);
        QCOMPARE(film.pictures.size(), std::size_t(30));
        for (const int picture : {0, 13, 29})
            QVERIFY2(apart(film.pictures[std::size_t(picture)], barAt(picture, size)) < 8,
                     qPrintable(QString::number(
                         apart(film.pictures[std::size_t(picture)], barAt(picture, size)))));
    }
    void anUnfinishedFilmLeavesNothing() {
        {
            auto video =
                VideoFile::create(m_folder.filePath("half.mp4").toStdString(), {64, 64}, 30);
            QVERIFY(video.ok());
            QVERIFY((*video)->add(barAt(0, {64, 64})).ok());
        }
        QVERIFY(QDir(m_folder.path()).entryList({"*half*"}, QDir::Files | QDir::Hidden).isEmpty());
    }
    void wrongNamesAndSizesAreErrors() {
        for (const char *name : {"film.avi2", "film", "none/film.mp4"})
            QVERIFY2(!VideoFile::create(m_folder.filePath(name).toStdString(), {64, 64}, 30), name);
        const std::string good = m_folder.filePath("film.mp4").toStdString();
        QVERIFY(!VideoFile::create(good, {63, 64}, 30));
        QVERIFY(!VideoFile::create(good, {64, 64}, 0));
        QCOMPARE(videoSize(good, {63, 65}), QSize(62, 64));
    }
    void aPaletteKeepsSmallBrightThings() {
        QImage picture(100, 100, QImage::Format_RGB32);
        picture.fill(QColor(20, 24, 30));
        QPainter(&picture).fillRect(4, 4, 3, 3, QColor(0, 114, 178));
        Palette palette(picture);
        const std::uint32_t blue = picture.pixel(5, 5);
        std::uint8_t index = 0;
        palette.indices(&blue, 1, &index);
        QVERIFY(std::abs(qBlue(palette.colours()[index]) - 178) < 10);
    }
    // Two simulated seconds at 15 pictures a second are 30 of them, whatever the clock says.
    void aFilmOfARecordingShowsItMoving() {
        const QString file = m_folder.filePath("crossing.mp4");
        FilmOptions options;
        options.size = {320, 200};
        options.framesPerSecond = 15;
        options.seconds = 2;
        const auto made = shootFilm(crossing(3), nullptr, options, file.toStdString(),
                                    [](int, int) { return true; });
        QVERIFY2(made.ok(), made ? "" : made.error().text().c_str());
        QCOMPARE(made->pictures, 30);
        const Opened film = open(file);
        QCOMPARE(film.size, QSize(320, 200));
        QCOMPARE(film.pictures.size(), std::size_t(30));
        QVERIFY(std::abs(film.seconds - 2) < 0.07);
        QVERIFY(apart(film.pictures[20], film.pictures[0]) > 0.1);
    }
    void aFilmThatIsStoppedLeavesNothing() {
        const QString file = m_folder.filePath("stopped.gif");
        FilmOptions options;
        options.size = {64, 64};
        const auto made = shootFilm(crossing(2), nullptr, options, file.toStdString(),
                                    [](int done, int) { return done < 3; });
        QVERIFY(!made.ok());
        QVERIFY(!QFile::exists(file));
    }
    // The command line draws where there is no display: it brings its own, where Xvfb is there.
    void theCommandLineFilmsWithoutADisplay() {
        if (QStandardPaths::findExecutable("Xvfb").isEmpty())
            QSKIP("Xvfb is not installed");
        const QString file = m_folder.filePath("cli.gif");
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.start(PADDOCK_BIN_DIR "/paddock-cli",
                      {"video", PADDOCK_SOURCE_DIR "/scenarios/intersection.json", "--driver",
                       "cautious", "--out", file, "--size", "120x80", "--fps", "5", "--seconds",
                       "2", "--quiet"});
        QVERIFY(process.waitForFinished(100'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(open(file).pictures.size(), std::size_t(10));
    }
};

QTEST_MAIN(TestVideo)
#include "test_video.moc"
