#include "widgets/video/video_file.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "widgets/video/palette.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>
#include <unistd.h>

namespace paddock {

namespace {

struct Freer {
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
    void operator()(AVFormatContext *context) const {
        if (context->pb)
            avio_closep(&context->pb);
        avformat_free_context(context);
    }
};
template <class T>
using Owned = std::unique_ptr<T, Freer>;

struct Option {
    const char *key, *value;
};

// An encoder that a kind of film may have.
struct Encoder {
    const char *name;
    AVPixelFormat pixels;
    std::int64_t bitsPerPixel; // of a second, at 30 pictures; 0: quality by the options alone
    std::vector<Option> options;
};

struct Kind {
    const char *ending, *muxer;
    std::vector<Encoder> encoders; // the best one first
    std::vector<Option> options;   // of the muxer
    bool even;                     // sides
};

const std::vector<Kind> &kinds() {
    static const std::vector<Kind> all{
        {".mp4",
         "mp4",
         {{"libx264", AV_PIX_FMT_YUV420P, 0, {{"preset", "medium"}, {"crf", "20"}}},
          {"libopenh264", AV_PIX_FMT_YUV420P, 6, {}},
          {"mpeg4", AV_PIX_FMT_YUV420P, 8, {}}},
         {{"movflags", "+faststart"}},
         true},
        {".webm",
         "webm",
         {{"libvpx-vp9",
           AV_PIX_FMT_YUV420P,
           0,
           {{"crf", "30"}, {"deadline", "good"}, {"cpu-used", "4"}, {"row-mt", "1"}}},
          {"libvpx", AV_PIX_FMT_YUV420P, 6, {{"cpu-used", "4"}}}},
         {},
         true},
        {".webp",
         "webp",
         {{"libwebp_anim", AV_PIX_FMT_YUV420P, 0, {{"quality", "80"}, {"compression_level", "4"}}}},
         {{"loop", "0"}},
         true},
        {".gif", "gif", {{"gif", AV_PIX_FMT_PAL8, 0, {}}}, {{"loop", "0"}}, false},
        {".apng", "apng", {{"apng", AV_PIX_FMT_RGB24, 0, {}}}, {{"plays", "0"}}, false}};
    return all;
}

const Kind *kindOf(const std::filesystem::path &file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    for (const Kind &kind : kinds())
        if (ending == kind.ending)
            return &kind;
    return nullptr;
}

std::string endingsText() {
    std::string text;
    for (const std::string &ending : videoEndings())
        text += (text.empty() ? "" : ", ") + ending;
    return text;
}

Error failure(const std::filesystem::path &file, const std::string &what, int code) {
    char words[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, words, sizeof words);
    return Error(Problem{file.string(), what + ": " + words, ""});
}

std::filesystem::path unfinishedName(const std::filesystem::path &file) {
    return file.parent_path() / std::string(".")
                                    .append(file.filename().string())
                                    .append(".part")
                                    .append(std::to_string(::getpid()));
}

} // namespace

std::vector<std::string> videoEndings() {
    std::vector<std::string> endings;
    for (const Kind &kind : kinds())
        endings.emplace_back(kind.ending);
    return endings;
}

QSize videoSize(const std::filesystem::path &file, QSize wanted) {
    const Kind *kind = kindOf(file);
    return kind && kind->even ? QSize(wanted.width() & ~1, wanted.height() & ~1) : wanted;
}

struct VideoFile::Impl {
    std::filesystem::path file, unfinished;
    std::string encoder;
    QSize size;
    int rate = 30;
    const Kind *kind = nullptr;
    const Encoder *chosen = nullptr;
    Owned<AVFormatContext> format;
    Owned<AVCodecContext> codec;
    Owned<AVFrame> frame;
    Owned<AVPacket> packet;
    Owned<SwsContext> scaler;
    AVStream *stream = nullptr; // the format's
    std::optional<Palette> palette;
    std::int64_t pictures = 0;
    bool isFinished = false;

    ~Impl() {
        if (isFinished || unfinished.empty())
            return;
        format.reset(); // closed before it goes
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
    }

    Status open();
    Status openEncoder(const Encoder &wanted);
    Status openFile();
    void convert(const QImage &picture);
    Status drain();
};

// The first of the kind's encoders that is there and can be opened.
Status VideoFile::Impl::open() {
    std::string tried;
    for (const Encoder &wanted : kind->encoders) {
        tried += (tried.empty() ? "" : ", ") + std::string(wanted.name);
        if (!openEncoder(wanted))
            continue;
        encoder = wanted.name;
        chosen = &wanted;
        return openFile();
    }
    return Error(Problem{file.string(), "cannot be encoded: FFmpeg has no encoder for it here",
                         "one of " + tried + ", or another ending: " + endingsText()});
}

Status VideoFile::Impl::openEncoder(const Encoder &wanted) {
    const AVCodec *found = avcodec_find_encoder_by_name(wanted.name);
    if (!found)
        return Error(std::string("no such encoder"));
    codec.reset(avcodec_alloc_context3(found));
    codec->width = size.width();
    codec->height = size.height();
    codec->time_base = {1, rate};
    codec->framerate = {rate, 1};
    codec->gop_size = rate * 2;
    codec->pix_fmt = wanted.pixels;
    codec->bit_rate = wanted.bitsPerPixel * size.width() * size.height();
    if (wanted.pixels == AV_PIX_FMT_YUV420P) {
        codec->colorspace = AVCOL_SPC_BT709;
        codec->color_primaries = AVCOL_PRI_BT709;
        codec->color_trc = AVCOL_TRC_BT709;
        codec->color_range = AVCOL_RANGE_MPEG;
    }
    if (av_guess_format(kind->muxer, nullptr, nullptr)->flags & AVFMT_GLOBALHEADER)
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    for (const Option &option : wanted.options)
        av_opt_set(codec->priv_data, option.key, option.value, 0);
    const int opened = avcodec_open2(codec.get(), found, nullptr);
    return opened < 0 ? Status(failure(file, "cannot be encoded", opened)) : Status(Done{});
}

Status VideoFile::Impl::openFile() {
    AVFormatContext *made = nullptr;
    unfinished = unfinishedName(file);
    if (const int code =
            avformat_alloc_output_context2(&made, nullptr, kind->muxer, unfinished.c_str());
        code < 0)
        return failure(file, "cannot be made", code);
    format.reset(made);
    stream = avformat_new_stream(format.get(), nullptr);
    stream->time_base = codec->time_base;
    stream->avg_frame_rate = codec->framerate;
    avcodec_parameters_from_context(stream->codecpar, codec.get());
    if (const int code = avio_open(&format->pb, unfinished.c_str(), AVIO_FLAG_WRITE); code < 0)
        return failure(file, "cannot be written", code);
    AVDictionary *options = nullptr;
    for (const Option &option : kind->options)
        av_dict_set(&options, option.key, option.value, 0);
    const int code = avformat_write_header(format.get(), &options);
    av_dict_free(&options);
    if (code < 0)
        return failure(file, "cannot be written", code);
    frame.reset(av_frame_alloc());
    packet.reset(av_packet_alloc());
    frame->format = codec->pix_fmt;
    frame->width = size.width();
    frame->height = size.height();
    if (const int got = av_frame_get_buffer(frame.get(), 0); got < 0)
        return failure(file, "has no memory for its pictures", got);
    if (codec->pix_fmt == AV_PIX_FMT_PAL8)
        return Done{};
    scaler.reset(sws_getContext(size.width(), size.height(), AV_PIX_FMT_BGRA, size.width(),
                                size.height(), codec->pix_fmt, SWS_BICUBIC | SWS_ACCURATE_RND,
                                nullptr, nullptr, nullptr));
    const int *bt709 = sws_getCoefficients(SWS_CS_ITU709);
    sws_setColorspaceDetails(scaler.get(), bt709, 1, bt709, 0, 0, 1 << 16, 1 << 16);
    return Done{};
}

void VideoFile::Impl::convert(const QImage &picture) {
    if (codec->pix_fmt != AV_PIX_FMT_PAL8) {
        const std::uint8_t *rows[] = {picture.constBits()};
        const int strides[] = {int(picture.bytesPerLine())};
        sws_scale(scaler.get(), rows, strides, 0, size.height(), frame->data, frame->linesize);
        return;
    }
    if (!palette) // of the first picture: the others show the same things elsewhere
        palette.emplace(picture);
    for (int y = 0; y < size.height(); ++y)
        palette->indices(reinterpret_cast<const std::uint32_t *>(picture.constScanLine(y)),
                         size.width(), frame->data[0] + std::ptrdiff_t(y) * frame->linesize[0]);
    std::memcpy(frame->data[1], palette->colours().data(), 256 * sizeof(std::uint32_t));
}

Status VideoFile::Impl::drain() {
    for (;;) {
        const int code = avcodec_receive_packet(codec.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
            return Done{};
        if (code < 0)
            return failure(file, "cannot be encoded", code);
        if (packet->duration == 0)
            packet->duration = 1;
        packet->stream_index = stream->index;
        av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
        if (const int written = av_interleaved_write_frame(format.get(), packet.get()); written < 0)
            return failure(file, "cannot be written", written);
    }
}

VideoFile::VideoFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
VideoFile::~VideoFile() = default;

Result<std::unique_ptr<VideoFile>> VideoFile::create(const std::filesystem::path &file, QSize size,
                                                     int framesPerSecond) {
    const Kind *kind = kindOf(file);
    if (!kind)
        return Error(Problem{file.string(), "has an ending that no film has", endingsText()});
    const bool fits = size.width() >= 16 && size.height() >= 16 && size.width() <= 7680 &&
                      size.height() <= 4320 && videoSize(file, size) == size;
    if (!fits)
        return Error(Problem{
            file.string(),
            "is to have " + numberText(size.width()) + "x" + numberText(size.height()) + " pixels",
            kind->even ? "even sides of 16x16 to 7680x4320" : "16x16 to 7680x4320"});
    if (framesPerSecond < 1 || framesPerSecond > 240)
        return Error(Problem{file.string(),
                             "is to have " + numberText(framesPerSecond) + " pictures a second",
                             "1 to 240"});
    av_log_set_level(AV_LOG_ERROR);
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->size = size;
    impl->rate = framesPerSecond;
    impl->kind = kind;
    if (const Status opened = impl->open(); !opened)
        return opened.error();
    return std::unique_ptr<VideoFile>(new VideoFile(std::move(impl)));
}

const std::string &VideoFile::encoder() const {
    return m_impl->encoder;
}

Status VideoFile::add(const QImage &given) {
    Impl &d = *m_impl;
    if (given.size() != d.size)
        return Error(Problem{d.file.string(), "got a picture of another size",
                             numberText(d.size.width()) + "x" + numberText(d.size.height())});
    const QImage picture = given.convertToFormat(QImage::Format_RGB32);
    // The encoder may still look at the picture before.
    if (const int code = av_frame_make_writable(d.frame.get()); code < 0)
        return failure(d.file, "has no memory for its pictures", code);
    d.convert(picture);
    d.frame->pts = d.pictures++;
    if (const int code = avcodec_send_frame(d.codec.get(), d.frame.get()); code < 0)
        return failure(d.file, "cannot be encoded", code);
    return d.drain();
}

Status VideoFile::finish() {
    Impl &d = *m_impl;
    if (const int code = avcodec_send_frame(d.codec.get(), nullptr); code < 0)
        return failure(d.file, "cannot be encoded", code);
    if (const Status drained = d.drain(); !drained)
        return drained;
    if (const int code = av_write_trailer(d.format.get()); code < 0)
        return failure(d.file, "cannot be written", code);
    if (const int code = avio_closep(&d.format->pb); code < 0)
        return failure(d.file, "cannot be written", code);
    std::error_code failed;
    std::filesystem::rename(d.unfinished, d.file, failed);
    if (failed)
        return Error(Problem{d.file.string(), "cannot be replaced: " + failed.message(), ""});
    d.isFinished = true;
    return syncFolder(d.file.parent_path());
}

} // namespace paddock
