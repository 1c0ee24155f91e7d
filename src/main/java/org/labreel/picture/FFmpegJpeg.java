package org.labreel.picture;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.labreel.model.Bytes;

/**
 * FFmpeg's MJPEG decoder and nothing else of FFmpeg: no probing, no other format. It decodes strictly first; only when
 * that fails a second, forgiving decoder shows what can be shown, and the picture is marked as damaged.
 */
final class FFmpegJpeg implements AutoCloseable {
    private static final int STRICT = avcodec.AV_EF_EXPLODE | avcodec.AV_EF_BITSTREAM | avcodec.AV_EF_BUFFER;

    private final AVCodecContext strict;
    private final AVCodecContext forgiving;
    /** Whether it gives half the width and height. */
    private final boolean half;
    private final AVFrame frame;
    private final AVPacket packet;
    private final Converter converter = new Converter();
    private final RangeConverter ranges = new RangeConverter();
    private AVBufferRef input = new AVBufferRef(null);
    private int capacity;
    private boolean closed;

    FFmpegJpeg(boolean half) {
        this.half = half;
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        strict = open(STRICT, half);
        forgiving = open(0, half);
        frame = avutil.av_frame_alloc();
        packet = avcodec.av_packet_alloc();
    }

    private static AVCodecContext open(int recognition, boolean half) {
        var codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_MJPEG);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.thread_count(1);
        if (Loader.getPlatform().endsWith("x86_64")) {
            // A tenth faster and never more than one level away; elsewhere there is only a slow form of it.
            context.idct_algo(AVCodecContext.FF_IDCT_XVID);
        }
        context.lowres(half ? 1 : 0);
        context.max_pixels(PictureSize.MAX_PIXELS);
        context.err_recognition(recognition);
        if (recognition == 0) {
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_OUTPUT_CORRUPT);
        }
        if (avcodec.avcodec_open2(context, codec, new AVDictionary(null)) < 0) {
            throw new UnsatisfiedLinkError("FFmpeg's library has no MJPEG decoder");
        }
        return context;
    }

    /** Whether these bytes are for this decoder: a JPEG of one (grey) or three components. */
    static boolean takes(Bytes data) {
        return JpegScan.isJpeg(data)
                && JpegScan.toFrameHeader(data).filter(s -> s.components() == 1 || s.components() == 3).isPresent();
    }

    /** Empty when the decoder can show nothing of it. */
    synchronized Optional<Picture> decode(Bytes jpeg, PictureSize taken, Optional<Picture> reuse)
            throws PictureException {
        PictureSize size = half ? taken.half() : taken;
        refuseClosed();
        fill(jpeg);
        Optional<String> damage = JpegCheck.cheap(jpeg);
        boolean shown = receive(strict, size);
        if (!shown) {
            if (damage.isEmpty()) {
                damage = Optional.of("the picture's data are damaged");
            }
            shown = receive(forgiving, size);
        }
        if (!shown) {
            return Optional.empty();
        }
        Picture picture = Picture.of(size, taken, reuse);
        converter.toBgra(frame, picture);
        avutil.av_frame_unref(frame);
        picture.setDamage(damage);
        return Optional.of(picture);
    }

    /** Decodes a whole picture straight to what an encoder takes; false when it is damaged or not for this decoder. */
    synchronized boolean decode(Bytes jpeg, YuvPicture target) throws PictureException {
        refuseClosed();
        if (JpegCheck.cheap(jpeg).isPresent()) {
            return false;
        }
        fill(jpeg);
        if (!receive(strict, new PictureSize(target.width(), target.height()))) {
            return false;
        }
        ranges.convert(frame, target);
        avutil.av_frame_unref(frame);
        return true;
    }

    /** A call after the close, from whatever thread, would end the JVM. */
    private void refuseClosed() {
        if (closed) {
            throw new IllegalStateException("the decoder is closed");
        }
    }

    private boolean receive(AVCodecContext context, PictureSize size) {
        avutil.av_frame_unref(frame);
        avcodec.avcodec_flush_buffers(context);
        int result = avcodec.avcodec_send_packet(context, packet);
        if (result >= 0) {
            result = avcodec.avcodec_receive_frame(context, frame);
        }
        return result >= 0 && frame.width() == size.width() && frame.height() == size.height()
                && frame.decode_error_flags() == 0;
    }

    /** Copies the bytes to native memory with the zeros behind them that FFmpeg's readers need. */
    private void fill(Bytes jpeg) {
        int needed = jpeg.length() + avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
        if (needed > capacity) {
            avcodec.av_packet_unref(packet);
            capacity = needed + needed / 2;
            input = avutil.av_buffer_alloc(capacity);
            // The packet owns the buffer from here on.
            packet.buf(input);
        }
        packet.data(input.data());
        packet.size(jpeg.length());
        var target = input.data().capacity(needed).asByteBuffer();
        target.put(jpeg.asByteBuffer());
        while (target.hasRemaining()) {
            target.put((byte) 0);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            converter.close();
            ranges.close();
            avcodec.avcodec_free_context(strict);
            avcodec.avcodec_free_context(forgiving);
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
        }
    }
}
