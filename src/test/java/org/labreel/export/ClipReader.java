package org.labreel.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.PointerPointer;

/**
 * A clip read back.
 *
 * @param ptsMicros
 *            of each picture in order
 * @param durationMicros
 *            of each picture in order
 * @param luma
 *            the brightness planes of the pictures, without padding
 */
public record ClipReader(int codec, int width, int height, int pixelFormat, int range, int matrix, int primaries,
        int level,
        double seconds, List<Long> ptsMicros, List<Long> durationMicros, List<ByteBuffer> luma,
        List<ByteBuffer> blue, List<ByteBuffer> red) {
    public static ClipReader read(Path file) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat.avformat_open_input(format, "file:" + file, null, new AVDictionary(null)));
        check(avformat.avformat_find_stream_info(format, (PointerPointer<?>) null));
        AVStream stream = format.streams(0);
        AVCodecParameters parameters = stream.codecpar();
        var codec = avcodec.avcodec_find_decoder(parameters.codec_id());
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        check(avcodec.avcodec_parameters_to_context(context, parameters));
        check(avcodec.avcodec_open2(context, codec, new AVDictionary(null)));
        ClipReader clip = new ClipReader(parameters.codec_id(), parameters.width(), parameters.height(),
                parameters.format(), parameters.color_range(), parameters.color_space(), parameters.color_primaries(),
                parameters.level(), format.duration() / 1e6, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        clip.readAll(format, stream, context);
        avcodec.avcodec_free_context(context);
        avformat.avformat_close_input(format);
        return clip;
    }

    /** "MILLISECONDS TITLE" of each chapter. */
    public static List<String> chapters(Path file) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat.avformat_open_input(format, "file:" + file, null, new AVDictionary(null)));
        List<String> chapters = new ArrayList<>();
        for (int i = 0; i < format.nb_chapters(); i++) {
            AVChapter chapter = format.chapters(i);
            double seconds = (double) chapter.start() * chapter.time_base().num() / chapter.time_base().den();
            chapters.add(Math.round(seconds * 1000) + " "
                    + avutil.av_dict_get(chapter.metadata(), "title", null, 0).value().getString());
        }
        avformat.avformat_close_input(format);
        return chapters;
    }

    private void readAll(AVFormatContext format, AVStream stream, AVCodecContext context) {
        AVPacket packet = avcodec.av_packet_alloc();
        AVFrame frame = avutil.av_frame_alloc();
        double tick = 1e6 * stream.time_base().num() / stream.time_base().den();
        boolean more = true;
        while (more) {
            more = avformat.av_read_frame(format, packet) >= 0;
            if (more && packet.stream_index() != 0) {
                avcodec.av_packet_unref(packet);
                continue;
            }
            check(avcodec.avcodec_send_packet(context, more ? packet : new AVPacket(null)));
            avcodec.av_packet_unref(packet);
            while (avcodec.avcodec_receive_frame(context, frame) >= 0) {
                ptsMicros.add(Math.round(frame.pts() * tick));
                durationMicros.add(Math.round(frame.duration() * tick));
                luma.add(plane(frame, 0, width, height));
                blue.add(plane(frame, 1, width / 2, height / 2));
                red.add(plane(frame, 2, width / 2, height / 2));
            }
        }
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
    }

    private static ByteBuffer plane(AVFrame frame, int plane, int columns, int rows) {
        ByteBuffer out = ByteBuffer.allocate(columns * rows);
        for (int row = 0; row < rows; row++) {
            byte[] line = new byte[columns];
            frame.data(plane).position((long) row * frame.linesize(plane)).get(line);
            out.put(line);
        }
        return out.flip();
    }

    /** Red, green and blue at a place of a picture, by BT.601 in limited range. */
    public int[] rgb(int picture, int x, int y) {
        double l = (luma.get(picture).get(y * width + x) & 0xFF) - 16;
        int at = y / 2 * (width / 2) + x / 2;
        double b = (blue.get(picture).get(at) & 0xFF) - 128;
        double r = (red.get(picture).get(at) & 0xFF) - 128;
        double bright = l * 255 / 219;
        return new int[]{clamp(bright + 1.402 * 255 / 224 * r),
                clamp(bright - 0.344136 * 255 / 224 * b - 0.714136 * 255 / 224 * r),
                clamp(bright + 1.772 * 255 / 224 * b)};
    }

    private static int clamp(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** Whether the table of contents stands before the pictures. */
    public static boolean startsFast(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        int moov = text.indexOf("moov");
        return moov > 0 && moov < text.indexOf("mdat");
    }

    private static void check(int result) {
        if (result < 0) {
            throw new AssertionError("FFmpeg error " + result);
        }
    }
}
