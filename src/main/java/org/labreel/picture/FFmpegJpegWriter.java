package org.labreel.picture;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.labreel.model.Bytes;

/** FFmpeg's MJPEG encoder, quantising by libjpeg's tables so that a quality means what it means everywhere. */
final class FFmpegJpegWriter implements AutoCloseable {
    /** At this scale FFmpeg's encoder uses the quantisation tables exactly as given. */
    private static final int PLAIN_SCALE = 8;

    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
    private final IntPointer stride = new IntPointer(4).fill(0);
    private AVCodecContext encoder = new AVCodecContext(null);
    private SwsContext scaler = new SwsContext(null);
    private BytePointer pixels = new BytePointer();
    private int width;
    private int height;
    private int quality;
    private boolean closed;

    FFmpegJpegWriter() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    /** Guarded, since a call after the close, from whatever thread, would end the JVM. */
    synchronized Bytes jpeg(Picture picture, int wanted) throws PictureException {
        if (closed) {
            throw new IllegalStateException("the encoder is closed");
        }
        int held = Math.clamp(wanted, 1, 100);
        if (picture.width() != width || picture.height() != height || held != quality) {
            open(picture.width(), picture.height(), held);
        }
        convert(picture);
        check(avcodec.avcodec_send_frame(encoder, frame));
        check(avcodec.avcodec_receive_packet(encoder, packet));
        byte[] jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        avcodec.av_packet_unref(packet);
        return Bytes.wrap(jpeg);
    }

    private void convert(Picture picture) throws PictureException {
        check(avutil.av_frame_make_writable(frame));
        // swscale may read a little past the end of a row.
        if (pixels.capacity() < picture.pixels().capacity() + 64) {
            pixels.close();
            pixels = new BytePointer(picture.pixels().capacity() + 64L);
        }
        pixels.position(0).put(picture.pixels().array(), 0, picture.pixels().capacity());
        source.put(0, pixels);
        stride.put(0, width * 4);
        swscale.sws_scale(scaler, source, stride, 0, height, frame.data(), frame.linesize());
    }

    private void open(int newWidth, int newHeight, int newQuality) throws PictureException {
        width = 0;
        avcodec.avcodec_free_context(encoder);
        var codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MJPEG);
        encoder = avcodec.avcodec_alloc_context3(codec);
        encoder.width(newWidth);
        encoder.height(newHeight);
        encoder.pix_fmt(avutil.AV_PIX_FMT_YUVJ420P);
        encoder.color_range(avutil.AVCOL_RANGE_JPEG);
        encoder.time_base(new AVRational().num(1).den(30));
        encoder.thread_count(1);
        encoder.flags(encoder.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
        encoder.global_quality(PLAIN_SCALE * avutil.FF_QP2LAMBDA);
        encoder.qmin(PLAIN_SCALE);
        encoder.qmax(PLAIN_SCALE);
        encoder.intra_matrix(table(QuantTables.luma(newQuality)));
        encoder.chroma_intra_matrix(table(QuantTables.chroma(newQuality)));
        // Tables fitted to each picture cost a second pass over it.
        avutil.av_opt_set(encoder.priv_data(), "huffman", "default", 0);
        check(avcodec.avcodec_open2(encoder, codec, new AVDictionary(null)));
        openFrame(newWidth, newHeight);
        width = newWidth;
        height = newHeight;
        quality = newQuality;
    }

    private void openFrame(int newWidth, int newHeight) throws PictureException {
        avutil.av_frame_unref(frame);
        frame.width(newWidth);
        frame.height(newHeight);
        frame.format(avutil.AV_PIX_FMT_YUVJ420P);
        frame.color_range(avutil.AVCOL_RANGE_JPEG);
        frame.quality(PLAIN_SCALE * avutil.FF_QP2LAMBDA);
        check(avutil.av_frame_get_buffer(frame, 0));
        swscale.sws_freeContext(scaler);
        scaler = swscale.sws_getContext(newWidth, newHeight, avutil.AV_PIX_FMT_BGRA, newWidth, newHeight,
                avutil.AV_PIX_FMT_YUVJ420P, swscale.SWS_BILINEAR, null, null, (DoublePointer) null);
        IntPointer bt601 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
        swscale.sws_setColorspaceDetails(scaler, bt601, 1, bt601, 1, 0, 1 << 16, 1 << 16);
    }

    /** The encoder frees the table with itself, so it must be FFmpeg's own memory. */
    private static ShortPointer table(short[] values) {
        return new ShortPointer(avutil.av_malloc(64L * Short.BYTES)).capacity(64).put(values, 0, 64);
    }

    private static void check(int result) throws PictureException {
        if (result < 0) {
            throw new PictureException("the picture could not be encoded (FFmpeg error " + result + ")");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            avcodec.avcodec_free_context(encoder);
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            swscale.sws_freeContext(scaler);
            pixels.close();
            source.close();
            stride.close();
        }
    }
}
