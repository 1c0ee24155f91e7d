package org.labreel.picture;

import java.nio.ByteBuffer;
import org.labreel.model.Bytes;

/** Width and height in pixels, read from the header of a JPEG or PNG before anything is decoded. */
public record PictureSize(int width, int height) {
    /** Larger pictures are refused before a decoder sees them. */
    public static final long MAX_PIXELS = 64_000_000;

    /**
     * Larger ones are looked at in half their width and height: 8 bytes a pixel and more would not leave a heap much.
     */
    private static final long MOST_PIXELS_SHOWN = 16_000_000;

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;

    /**
     * @throws PictureException
     *             when there is no such header, or the picture is empty or over {@link #MAX_PIXELS}
     */
    public static PictureSize read(Bytes data) throws PictureException {
        if (data.isEmpty()) {
            throw new PictureException("the picture is empty (0 bytes)");
        }
        if (isPng(data)) {
            return png(data);
        }
        if (!JpegScan.isJpeg(data)) {
            throw new PictureException("these " + data.length() + " bytes are neither a JPEG nor a PNG picture");
        }
        JpegScan scan = JpegScan.toFrameHeader(data)
                .orElseThrow(() -> new PictureException("the JPEG has no readable header that tells its size"));
        return checked(scan.width(), scan.height());
    }

    /** Whether it is more than is shown pixel by pixel. */
    boolean isHuge() {
        return (long) width * height > MOST_PIXELS_SHOWN;
    }

    /** Half the width and height, rounded up. */
    PictureSize half() {
        return new PictureSize((width + 1) / 2, (height + 1) / 2);
    }

    static boolean isPng(Bytes data) {
        return data.length() >= 8 && data.asByteBuffer().getLong(0) == PNG_SIGNATURE;
    }

    private static PictureSize png(Bytes data) throws PictureException {
        ByteBuffer bytes = data.asByteBuffer();
        if (bytes.limit() < 24 || bytes.getInt(12) != IHDR) {
            throw new PictureException("the PNG has no readable header that tells its size");
        }
        return checked(bytes.getInt(16), bytes.getInt(20));
    }

    private static PictureSize checked(int width, int height) throws PictureException {
        // PNG sizes are unsigned 31-bit numbers; a negative one is damage.
        if (width <= 0 || height <= 0) {
            throw new PictureException("the picture claims a size of " + Integer.toUnsignedString(width) + "x"
                    + Integer.toUnsignedString(height) + " pixels, which holds nothing");
        }
        if ((long) width * height > MAX_PIXELS) {
            throw new PictureException("the picture claims a size of " + width + "x" + height
                    + " pixels; more than 64 million are refused");
        }
        return new PictureSize(width, height);
    }
}
