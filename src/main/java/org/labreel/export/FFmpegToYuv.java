package org.labreel.export;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.labreel.picture.Picture;
import org.labreel.picture.YuvPicture;

/** Full-range BGRA to 4:2:0 in limited range with the coefficients of ITU-R BT.601, once. */
final class FFmpegToYuv implements ToYuv {
    private final SwsContext scaler;
    private final BytePointer pixels;
    private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
    private final PointerPointer<BytePointer> planes = new PointerPointer<>(4);
    private final IntPointer stride = new IntPointer(4).fill(0);
    private final IntPointer planeStride = new IntPointer(4).fill(0);

    FFmpegToYuv(int width, int height) {
        scaler = swscale.sws_getContext(width, height, avutil.AV_PIX_FMT_BGRA, width, height,
                avutil.AV_PIX_FMT_YUV420P, swscale.SWS_BILINEAR, null, null, (DoublePointer) null);
        IntPointer bt601 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU601);
        swscale.sws_setColorspaceDetails(scaler, bt601, 1, bt601, 0, 0, 1 << 16, 1 << 16);
        // swscale may read a little past the end of the last row.
        pixels = new BytePointer((long) width * height * 4 + 64);
        source.put(0, pixels);
        stride.put(0, width * 4);
    }

    @Override
    public void convert(Picture picture, YuvPicture target) {
        pixels.put(picture.pixels().array(), 0, picture.pixels().capacity());
        for (int plane = 0; plane < 3; plane++) {
            planes.put(plane, new BytePointer(target.plane(plane)));
            planeStride.put(plane, target.stride(plane));
        }
        swscale.sws_scale(scaler, source, stride, 0, picture.height(), planes, planeStride);
    }

    @Override
    public void close() {
        swscale.sws_freeContext(scaler);
        pixels.close();
        source.close();
        planes.close();
        stride.close();
        planeStride.close();
    }
}
