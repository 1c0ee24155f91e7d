package org.labreel.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.labreel.picture.YuvPicture;

/** x264 and the MP4 writer of FFmpeg's library. */
final class FFmpegClip implements ClipEncoder {
    private static final String ENCODING = "Encoding the clip";

    private final EncoderSettings settings;
    private final AVCodecContext encoder;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final FFmpegFile file;
    /** How long each picture inside the encoder is shown, by its time: the encoder itself does not pass it on. */
    private final Map<Long, Long> ticksByPts = new HashMap<>();
    private final DecodeOrder order = new DecodeOrder();
    /** Packets whose time of decoding is not settled. */
    private final Deque<AVPacket> waiting = new ArrayDeque<>();
    private AVPacket packet = avcodec.av_packet_alloc();
    private int pictures;
    private long end;
    private boolean closed;

    FFmpegClip(EncoderSettings settings) throws IOException {
        this.settings = settings;
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        var codec = avcodec.avcodec_find_encoder_by_name("libx264");
        if (codec == null || codec.isNull()) {
            throw new UnsatisfiedLinkError("this build of FFmpeg's library has no x264");
        }
        encoder = avcodec.avcodec_alloc_context3(codec);
        try {
            openEncoder();
            openFrame();
            file = new FFmpegFile(settings.file(), FFmpegFile.format(settings.file()),
                    context -> new FFmpegChapters(settings.chapters()).addTo(context, settings.ticks()),
                    parameters -> avcodec.avcodec_parameters_from_context(parameters, encoder));
        } catch (IOException e) {
            freeCodec();
            throw e;
        }
    }

    private void openEncoder() throws IOException {
        encoder.width(settings.width());
        encoder.height(settings.height());
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        encoder.time_base(new AVRational().num(1).den(ExportPlan.TICKS_PER_SECOND));
        int flags = encoder.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
        if (settings.pass() > 0) {
            flags |= settings.pass() == 1 ? avcodec.AV_CODEC_FLAG_PASS1 : avcodec.AV_CODEC_FLAG_PASS2;
        }
        encoder.flags(flags);
        AVDictionary options = FFmpegOptions.dictionary(settings.options());
        int result = avcodec.avcodec_open2(encoder, null, options);
        int unknown = avutil.av_dict_count(options);
        avutil.av_dict_free(options);
        FFmpegError.check(result, ENCODING);
        if (unknown > 0) {
            throw new IOException("The encoder does not know " + unknown + " of its options.");
        }
    }

    private void openFrame() throws IOException {
        frame.width(settings.width());
        frame.height(settings.height());
        frame.format(avutil.AV_PIX_FMT_YUV420P);
        frame.color_range(avutil.AVCOL_RANGE_MPEG);
        frame.colorspace(avutil.AVCOL_SPC_SMPTE170M);
        frame.color_primaries(avutil.AVCOL_PRI_BT709);
        frame.color_trc(avutil.AVCOL_TRC_BT709);
        FFmpegError.check(avutil.av_frame_get_buffer(frame, 0), ENCODING);
    }

    @Override
    public void frame(YuvPicture picture, long pts, long ticks) throws IOException {
        FFmpegError.check(avutil.av_frame_make_writable(frame), ENCODING);
        for (int plane = 0; plane < 3; plane++) {
            avutil.av_image_copy_plane(frame.data(plane), frame.linesize(plane),
                    new BytePointer(picture.plane(plane)), picture.stride(plane), picture.rowLength(plane),
                    picture.rows(plane));
        }
        frame.pts(pts);
        frame.pict_type(settings.reorders() && !settings.constant() && settings.keepsPlace(pictures)
                ? avutil.AV_PICTURE_TYPE_P
                : avutil.AV_PICTURE_TYPE_NONE);
        pictures++;
        end = pts + ticks;
        ticksByPts.put(pts, ticks);
        FFmpegError.check(avcodec.avcodec_send_frame(encoder, frame), ENCODING);
        drain();
    }

    private void drain() throws IOException {
        while (true) {
            int result = avcodec.avcodec_receive_packet(encoder, packet);
            if (result == avutil.AVERROR_EAGAIN() || result == avutil.AVERROR_EOF()) {
                return;
            }
            FFmpegError.check(result, ENCODING);
            Long ticks = ticksByPts.remove(packet.pts());
            packet.duration(ticks == null ? 0 : ticks);
            if (settings.constant()) {
                file.write(packet);
            } else {
                List<Long> settled = order.add(packet.pts());
                write(settled);
                waiting.add(packet);
                packet = avcodec.av_packet_alloc();
            }
        }
    }

    private void write(List<Long> decodeTimes) throws IOException {
        for (long dts : decodeTimes) {
            AVPacket settled = waiting.remove();
            settled.dts(dts);
            try {
                file.write(settled);
            } finally {
                avcodec.av_packet_free(settled);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        FFmpegError.check(avcodec.avcodec_send_frame(encoder, new AVFrame(null)), ENCODING);
        drain();
        List<Long> last = order.settle();
        if (!last.isEmpty()) {
            // The end of the file is reckoned from the picture decoded last.
            waiting.getLast().duration(end - last.getLast());
        }
        write(last);
        // The statistics of a first pass are complete only once the encoder is closed.
        file.finish();
        freeCodec();
    }

    private void freeCodec() {
        if (!closed) {
            closed = true;
            avcodec.avcodec_free_context(encoder);
            avcodec.av_packet_free(packet);
            waiting.forEach(avcodec::av_packet_free);
            waiting.clear();
            avutil.av_frame_free(frame);
        }
    }

    @Override
    public void close() {
        freeCodec();
        file.close();
    }
}
