package org.labreel.picture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Decoded JPEGs in full range to 4:2:0 in limited range, without a way through red, green and blue. */
final class RangeConverter implements AutoCloseable {
    private final PointerPointer<BytePointer> target = new PointerPointer<>(4);
    private final IntPointer stride = new IntPointer(4).fill(0);
    private SwsContext context = new SwsContext(null);

    void convert(AVFrame frame, YuvPicture picture) throws PictureException {
        SwsContext next = swscale.sws_getCachedContext(context, frame.width(), frame.height(), frame.format(),
                picture.width(), picture.height(), avutil.AV_PIX_FMT_YUV420P, swscale.SWS_BILINEAR, null, null,
                (DoublePointer) null);
        if (next == null || next.isNull()) {
            throw new PictureException("the picture's colour format cannot be shown");
        }
        if (!next.equals(context)) {
            IntPointer bt601 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
            swscale.sws_setColorspaceDetails(next, bt601, 1, bt601, 0, 0, 1 << 16, 1 << 16);
        }
        context = next;
        for (int plane = 0; plane < 3; plane++) {
            target.put(plane, new BytePointer(picture.plane(plane)));
            stride.put(plane, picture.stride(plane));
        }
        swscale.sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), target, stride);
    }

    @Override
    public void close() {
        swscale.sws_freeContext(context);
        target.close();
        stride.close();
    }
}
