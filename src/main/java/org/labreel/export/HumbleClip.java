package org.labreel.export;

import io.humble.ferry.Buffer;
import io.humble.ferry.Logger;
import io.humble.video.Codec;
import io.humble.video.Coder;
import io.humble.video.Encoder;
import io.humble.video.KeyValueBag;
import io.humble.video.MediaPacket;
import io.humble.video.MediaPicture;
import io.humble.video.Muxer;
import io.humble.video.PixelFormat;
import io.humble.video.Rational;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.labreel.picture.YuvPicture;

/** x264 and the MP4 writer of Humble Video. It is only ever given pixels that were decoded elsewhere. */
final class HumbleClip implements ClipEncoder {
    private final Muxer muxer;
    private final Encoder encoder;
    private final MediaPicture picture;
    private final MediaPacket packet = MediaPacket.make();
    private final Map<Long, Long> ticksByPts = new HashMap<>();
    private final EncoderSettings settings;
    private boolean open;

    HumbleClip(EncoderSettings settings) throws IOException {
        this.settings = settings;
        quiet();
        muxer = Muxer.make(settings.file().toString(), null, "mp4");
        Codec codec = Codec.findEncodingCodecByName("libx264");
        if (codec == null) {
            throw new UnsatisfiedLinkError("this build of Humble Video has no x264");
        }
        encoder = Encoder.make(codec);
        encoder.setWidth(settings.width());
        encoder.setHeight(settings.height());
        encoder.setPixelFormat(PixelFormat.Type.PIX_FMT_YUV420P);
        Rational ticks = Rational.make(1, ExportPlan.TICKS_PER_SECOND);
        encoder.setTimeBase(ticks);
        encoder.setFlag(Coder.Flag.FLAG_GLOBAL_HEADER, true);
        if (settings.pass() > 0) {
            encoder.setFlag(settings.pass() == 1 ? Coder.Flag.FLAG_PASS1 : Coder.Flag.FLAG_PASS2, true);
        }
        try {
            encoder.open(bag(options(settings)), null);
            muxer.addNewStream(encoder);
            muxer.open(bag(Map.of("movflags", "+faststart")), null);
            open = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The export was interrupted.", e);
        } catch (RuntimeException e) {
            // Humble reports every refusal of its library as some unchecked exception.
            throw failed(e);
        }
        picture = MediaPicture.make(settings.width(), settings.height(), PixelFormat.Type.PIX_FMT_YUV420P);
        picture.setTimeBase(ticks);
    }

    /** What goes wrong is said once, by the exception; the library would say it on its own as well. */
    private static void quiet() {
        for (Logger.Level level : Logger.Level.values()) {
            Logger.setGlobalIsLogging(level, false);
        }
    }

    /** Its MP4 writer of 2015 loses the last pictures of a clip whose pictures are stored in another order. */
    private static Map<String, String> options(EncoderSettings settings) {
        Map<String, String> options = settings.options();
        options.put("bf", "0");
        return options;
    }

    private static KeyValueBag bag(Map<String, String> options) {
        KeyValueBag bag = KeyValueBag.make();
        options.forEach(bag::setValue);
        return bag;
    }

    @Override
    public void frame(YuvPicture shown, long pts, long ticks) throws IOException {
        for (int plane = 0; plane < 3; plane++) {
            copy(shown, plane);
        }
        picture.setTimeStamp(pts);
        picture.setComplete(true);
        ticksByPts.put(pts, ticks);
        try {
            encoder.encodeVideo(packet, picture);
            if (packet.isComplete()) {
                write();
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private void copy(YuvPicture shown, int plane) {
        Buffer buffer = picture.getData(plane);
        int stride = picture.getLineSize(plane);
        byte[] row = new byte[shown.rowLength(plane)];
        for (int y = 0; y < shown.rows(plane); y++) {
            shown.plane(plane).get(y * shown.stride(plane), row);
            buffer.put(row, 0, y * stride, row.length);
        }
        buffer.delete();
    }

    private void write() throws IOException {
        Long ticks = ticksByPts.remove(packet.getPts());
        packet.setDuration(ticks == null ? 0 : ticks);
        muxer.write(packet, true);
    }

    @Override
    public void finish() throws IOException {
        try {
            encoder.encodeVideo(packet, null);
            while (packet.isComplete()) {
                write();
                encoder.encodeVideo(packet, null);
            }
            open = false;
            muxer.close();
        } catch (RuntimeException e) {
            throw failed(e);
        }
        release();
    }

    private IOException failed(RuntimeException e) {
        boolean full = settings.file().toFile().getUsableSpace() < 1 << 20;
        return new IOException(
                full ? FFmpegError.DISK_FULL : "Humble Video could not encode the clip: " + e.getMessage(),
                e);
    }

    private void release() {
        packet.delete();
        picture.delete();
        encoder.delete();
        muxer.delete();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                muxer.close();
            } catch (RuntimeException _) {
                // The clip is given up anyway; what counts is that the file is let go.
            }
            release();
        }
    }
}
