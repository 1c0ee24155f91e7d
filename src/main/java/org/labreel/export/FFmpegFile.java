package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** An MP4 or MOV with one video track, its table of contents in front of the pictures. */
final class FFmpegFile implements AutoCloseable {
    private static final String WRITING = "Writing the clip";

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVStream stream;
    private final AVRational ticks = new AVRational().num(1).den(ExportPlan.TICKS_PER_SECOND);
    private boolean closed;

    /**
     * @param format
     *            "mp4" or "mov"
     * @param chapters
     *            adds them, when there are any
     * @param describe
     *            fills in what the track holds
     */
    FFmpegFile(Path file, String format, Consumer<AVFormatContext> chapters, Consumer<AVCodecParameters> describe)
            throws IOException {
        // Named as a file, lest a colon in its name be taken for a protocol.
        String url = "file:" + file;
        FFmpegError.check(avformat.avformat_alloc_output_context2(context, null, format, url), WRITING);
        stream = avformat.avformat_new_stream(context, null);
        describe.accept(stream.codecpar());
        chapters.accept(context);
        stream.time_base(ticks);
        AVIOContext io = new AVIOContext(null);
        try {
            FFmpegError.check(avformat.avio_open(io, url, avformat.AVIO_FLAG_WRITE), WRITING);
            context.pb(io);
            AVDictionary options = FFmpegOptions.dictionary(Map.of("movflags", "+faststart"));
            FFmpegError.check(avformat.avformat_write_header(context, options), WRITING);
            avutil.av_dict_free(options);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The format for a target that is still called NAME.part. */
    static String format(Path part) {
        return part.toString().toLowerCase(Locale.ROOT).contains(".mov.part") ? "mov" : "mp4";
    }

    /** Takes the packet's content; its times are in ticks of the clip. */
    void write(AVPacket packet) throws IOException {
        packet.stream_index(0);
        avcodec.av_packet_rescale_ts(packet, ticks, stream.time_base());
        FFmpegError.check(avformat.av_interleaved_write_frame(context, packet), WRITING);
    }

    void finish() throws IOException {
        FFmpegError.check(avformat.av_write_trailer(context), WRITING);
        AVIOContext io = context.pb();
        avformat.avio_flush(io);
        int error = io.error();
        context.pb(null);
        int closing = avformat.avio_close(io);
        FFmpegError.check(error, WRITING);
        FFmpegError.check(closing, WRITING);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            AVIOContext io = context.pb();
            if (io != null && !io.isNull()) {
                context.pb(null);
                avformat.avio_close(io);
            }
            avformat.avformat_free_context(context);
        }
    }
}
