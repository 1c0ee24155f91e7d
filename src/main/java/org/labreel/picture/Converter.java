package org.labreel.picture;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Full-range YCbCr, grey or RGB frames of FFmpeg to BGRA, with the coefficients of JFIF (ITU-R BT.601). It works in
 * stripes that stay in the processor's cache between conversion and the copy to the heap, yet are few: each call costs.
 */
final class Converter implements AutoCloseable {
    private static final int STRIPE_ROWS = 240;

    private final IntPointer stride = new IntPointer(1);
    private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
    private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
    /** For full stripes, for what is left of an even number of rows, and for a last row by itself. */
    private final SwsContext[] contexts = {new SwsContext(null), new SwsContext(null), new SwsContext(null)};
    private BytePointer stripe = new BytePointer();
    private ByteBuffer stripeBytes = ByteBuffer.allocate(0);

    void toBgra(AVFrame frame, Picture picture) throws PictureException {
        int width = frame.width();
        int rowBytes = width * 4;
        // swscale writes in steps of several pixels; rows may be longer than the picture, and the end may be passed.
        int strideBytes = (rowBytes + 63) / 64 * 64;
        makeRoom(strideBytes * STRIPE_ROWS + 64);
        stride.put(0, strideBytes);
        target.put(0, stripe);
        int chromaShift = frame.height() > 1 ? verticalChromaShift(frame.format()) : 0;
        ByteBuffer pixels = picture.pixels().clear();
        int rows;
        for (int y = 0; y < frame.height(); y += rows) {
            rows = rows(frame.height() - y);
            SwsContext context = context(frame.format(), width, rows);
            for (int plane = 0; plane < 4; plane++) {
                BytePointer data = frame.data(plane);
                int shift = plane == 1 || plane == 2 ? chromaShift : 0;
                source.put(plane, data == null || data.isNull()
                        ? new BytePointer()
                        : data.getPointer((long) (y >> shift) * frame.linesize(plane)));
            }
            swscale.sws_scale(context, source, frame.linesize(), 0, rows, target, stride);
            copy(rows, rowBytes, strideBytes, pixels);
        }
        pixels.clear();
    }

    /** An odd number of rows would put swscale on a slow way, which also takes colours from elsewhere. */
    private static int rows(int left) {
        return left == 1 ? 1 : Math.min(STRIPE_ROWS, left & ~1);
    }

    private void copy(int rows, int rowBytes, int strideBytes, ByteBuffer pixels) {
        if (rowBytes == strideBytes) {
            pixels.put(stripeBytes.clear().limit(rows * rowBytes));
            return;
        }
        for (int row = 0; row < rows; row++) {
            pixels.put(stripeBytes.limit(row * strideBytes + rowBytes).position(row * strideBytes));
        }
    }

    private SwsContext context(int format, int width, int rows) throws PictureException {
        int which = rows == STRIPE_ROWS ? 0 : rows > 1 ? 1 : 2;
        SwsContext cached = contexts[which];
        SwsContext next = swscale.sws_getCachedContext(cached, width, rows, format, width, rows,
                avutil.AV_PIX_FMT_BGRA, swscale.SWS_POINT, null, null, (DoublePointer) null);
        if (next == null || next.isNull()) {
            throw new PictureException("the picture's colour format cannot be shown");
        }
        if (!next.equals(cached)) {
            IntPointer bt601 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
            swscale.sws_setColorspaceDetails(next, bt601, 1, bt601, 1, 0, 1 << 16, 1 << 16);
        }
        contexts[which] = next;
        return next;
    }

    private static int verticalChromaShift(int format) {
        return avutil.av_pix_fmt_desc_get(format).log2_chroma_h();
    }

    private void makeRoom(int bytes) {
        if (stripe.capacity() < bytes) {
            stripe.close();
            stripe = new BytePointer(bytes);
            stripeBytes = stripe.asByteBuffer();
        }
    }

    @Override
    public void close() {
        for (SwsContext context : contexts) {
            swscale.sws_freeContext(context);
        }
        stripe.close();
        stride.close();
        source.close();
        target.close();
    }
}
