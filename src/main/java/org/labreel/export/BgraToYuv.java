package org.labreel.export;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.labreel.picture.Picture;

/** Full-range BGRA to 4:2:0 in limited range with the coefficients of ITU-R BT.709, once. */
final class BgraToYuv implements AutoCloseable {
    private final SwsContext scaler;
    private final BytePointer pixels;
    private final PointerPointer<BytePointer> source = new PointerPointer<>(4);
    private final IntPointer stride = new IntPointer(4).fill(0);

    BgraToYuv(int width, int height) {
        scaler = swscale.sws_getContext(width, height, avutil.AV_PIX_FMT_BGRA, width, height,
                avutil.AV_PIX_FMT_YUV420P, swscale.SWS_BILINEAR, null, null, (DoublePointer) null);
        IntPointer bt709 = swscale.sws_getCoefficients(swscale.SWS_CS_ITU709);
        swscale.sws_setColorspaceDetails(scaler, bt709, 1, bt709, 0, 0, 1 << 16, 1 << 16);
        // swscale may read a little past the end of the last row.
        pixels = new BytePointer((long) width * height * 4 + 64);
        source.put(0, pixels);
        stride.put(0, width * 4);
    }

    void convert(Picture picture, AVFrame target) {
        pixels.put(picture.pixels().array(), 0, picture.pixels().capacity());
        swscale.sws_scale(scaler, source, stride, 0, picture.height(), target.data(), target.linesize());
    }

    @Override
    public void close() {
        swscale.sws_freeContext(scaler);
        pixels.close();
        source.close();
        stride.close();
    }
}
