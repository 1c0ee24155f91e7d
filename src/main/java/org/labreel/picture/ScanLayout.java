package org.labreel.picture;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the blocks of a scan lie in the picture (ITU-T T.81, A.2).
 *
 * @param units
 *            how many groups of blocks there are
 * @param perRow
 *            of them side by side
 * @param rowHeight
 *            of one, in pixels
 * @param components
 *            of the scan, in the order of the blocks of one unit
 */
record ScanLayout(long units, int perRow, int rowHeight, List<Integer> components) {
    static ScanLayout of(JpegTables tables) {
        int widest = largest(tables.components().stream().mapToInt(JpegTables.Component::horizontal));
        int tallest = largest(tables.components().stream().mapToInt(JpegTables.Component::vertical));
        List<JpegTables.Coded> scan = tables.scan();
        if (scan.size() == 1) {
            // A component by itself is coded block by block, without the blocks that only fill up units.
            JpegTables.Component only = scan.getFirst().component();
            int across = up(up(tables.width() * Math.max(1, only.horizontal()), widest), 8);
            int down = up(up(tables.height() * Math.max(1, only.vertical()), tallest), 8);
            return new ScanLayout((long) across * down, across, 8 * tallest / Math.max(1, only.vertical()),
                    List.of(0));
        }
        int across = up(tables.width(), 8 * widest);
        int down = up(tables.height(), 8 * tallest);
        List<Integer> blocks = IntStream.range(0, scan.size()).flatMap(i -> IntStream
                .range(0, scan.get(i).component().horizontal() * scan.get(i).component().vertical()).map(_ -> i))
                .boxed().toList();
        return new ScanLayout((long) across * down, across, 8 * tallest, blocks);
    }

    /** The first row of pixels that a unit touches. */
    long row(long unit) {
        return unit / Math.max(1, perRow) * rowHeight;
    }

    private static int largest(IntStream sampling) {
        return Math.max(1, sampling.max().orElse(1));
    }

    private static int up(int length, int unit) {
        return (length + unit - 1) / unit;
    }
}
