package org.labreel.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.labreel.model.Bytes;

/**
 * Pixels as a camera gives them: its planes one behind the other, row by row from the top.
 *
 * @param rowBytes
 *            bytes from one row of each plane to the next, padding included
 */
public record RawPicture(PixelFormat format, int widthPx, int heightPx, List<Integer> rowBytes, Bytes data) {
    /**
     * @throws IllegalArgumentException
     *             when the numbers do not fit together, or the picture is over {@link PictureSize#MAX_PIXELS}
     */
    public RawPicture {
        rowBytes = List.copyOf(rowBytes);
        if (widthPx < 1 || heightPx < 1 || (long) widthPx * heightPx > PictureSize.MAX_PIXELS) {
            throw new IllegalArgumentException("a picture of " + widthPx + "x" + heightPx
                    + " pixels is empty or has more than 64 million");
        }
        if (rowBytes.size() != format.planes()) {
            throw new IllegalArgumentException(format.word() + " has " + format.planes() + " planes, not "
                    + rowBytes.size());
        }
        long bytes = 0;
        for (int plane = 0; plane < rowBytes.size(); plane++) {
            int least = format.rowBytes(plane, widthPx);
            if (rowBytes.get(plane) < least) {
                throw new IllegalArgumentException("a row of plane " + plane + " has " + rowBytes.get(plane)
                        + " bytes, " + widthPx + " pixels of " + format.word() + " need " + least);
            }
            bytes += (long) rowBytes.get(plane) * format.rows(plane, heightPx);
        }
        if (bytes != data.length()) {
            throw new IllegalArgumentException(widthPx + "x" + heightPx + " pixels of " + format.word() + " have "
                    + bytes + " bytes, not " + data.length());
        }
    }

    /** Rows without padding. */
    public static RawPicture packed(PixelFormat format, int widthPx, int heightPx, Bytes data) {
        return new RawPicture(format, widthPx, heightPx, packedRows(format, widthPx), data);
    }

    /** Bytes of a row of each plane, without padding. */
    public static List<Integer> packedRows(PixelFormat format, int widthPx) {
        return IntStream.range(0, format.planes()).mapToObj(plane -> format.rowBytes(plane, widthPx)).toList();
    }

    /** Bytes of each plane. */
    public List<Integer> planeBytes() {
        return IntStream.range(0, format.planes()).mapToObj(this::planeBytes).toList();
    }

    private int planeBytes(int plane) {
        return rowBytes.get(plane) * format.rows(plane, heightPx);
    }

    /** Where a row of a plane begins in the data. */
    int rowStart(int plane, int row) {
        int start = row * rowBytes.get(plane);
        for (int before = 0; before < plane; before++) {
            start += planeBytes(before);
        }
        return start;
    }
}
