package org.labreel.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.labreel.codec.MalformedEventException;
import org.labreel.log.FrameArrivals;
import org.labreel.log.LogReader;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/** Where the pictures of several cameras stand in one, and which frames of them belong together. */
final class Mosaic {
    private static final int GAP_PX = 4;
    private static final int IN_A_ROW = 3;
    private static final int TRIES = 50;

    private final List<ExportRequest.Range> ranges;
    private final SideBySide cameras;
    private final List<LogReader> readers;
    private final List<int[]> frames = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Cell> cells;
    private final PictureSize size;

    /** A camera's place; pixels. */
    record Cell(int x, int y, int width, int height) {
        /** Where a picture of this size goes in it: whole, in the middle. */
        Placement place(PictureSize picture) {
            double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
            int across = Math.clamp(Math.round(picture.width() * scale), 1, width);
            int down = Math.clamp(Math.round(picture.height() * scale), 1, height);
            return new Placement(0, 0, picture.width(), picture.height(), (width - across) / 2, (height - down) / 2,
                    across, down, width, height, Rotation.NONE);
        }
    }

    /**
     * @param leading
     *            of each range
     * @param readers
     *            of the other cameras
     */
    Mosaic(ExportRequest request, List<LogReader> leading, List<LogReader> readers) throws IOException {
        this.ranges = request.ranges();
        this.cameras = request.sideBySide();
        this.readers = List.copyOf(readers);
        for (int i = 0; i < readers.size(); i++) {
            frames.add(chosen(i, leading));
            count(i);
        }
        List<PictureSize> sizes = new ArrayList<>();
        sizes.add(size(leading.getFirst(), ranges.getFirst().first(), ranges.getFirst().last()));
        for (LogReader reader : readers) {
            sizes.add(size(reader, 0, reader.index().frames() - 1));
        }
        this.cells = cells(sizes);
        this.size = new PictureSize(cells.stream().mapToInt(cell -> cell.x() + cell.width()).max().orElseThrow(),
                cells.stream().mapToInt(cell -> cell.y() + cell.height()).max().orElseThrow());
    }

    private int[] chosen(int camera, List<LogReader> leading) throws IOException {
        int count = ranges.stream().mapToInt(range -> range.last() - range.first() + 1).sum();
        List<Integer> given = cameras.cameras().get(camera).frames();
        int most = readers.get(camera).index().frames() - 1;
        if (given.isEmpty()) {
            return byArrival(camera, leading, count);
        }
        if (given.size() != count || given.stream().anyMatch(frame -> frame < -1 || frame > most)) {
            throw new IOException("The frames chosen of " + readers.get(camera).file().getFileName()
                    + " do not fit the ranges beside which they shall stand.");
        }
        return given.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] byArrival(int camera, List<LogReader> leading, int count) throws IOException {
        LogReader reader = readers.get(camera);
        FrameArrivals theirs = FrameArrivals.read(reader, reader.index(), Optional.empty());
        int[] found = new int[count];
        boolean guessed = theirs.guessed();
        int at = 0;
        for (int i = 0; i < ranges.size(); i++) {
            FrameArrivals ours = FrameArrivals.read(leading.get(i), leading.get(i).index(), Optional.empty());
            guessed |= ours.guessed();
            for (int frame = ranges.get(i).first(); frame <= ranges.get(i).last(); frame++) {
                found[at++] = ours.reaches(frame, theirs) ? ours.follow(frame, theirs) : -1;
            }
        }
        if (guessed) {
            notes.add(reader.file().getFileName() + " is placed by the times that the logs carry, which is a guess:"
                    + " when the frames arrived is not known.");
        }
        return found;
    }

    /** What a camera loses and repeats at the leading one's pace is said. */
    private void count(int camera) {
        int[] chosen = frames.get(camera);
        int[] shown = Arrays.stream(chosen).filter(frame -> frame >= 0).toArray();
        int different = (int) Arrays.stream(shown).distinct().count();
        int between = shown.length == 0
                ? 0
                : Arrays.stream(shown).max().orElse(0) - Arrays.stream(shown).min().orElse(0) + 1;
        String name = String.valueOf(readers.get(camera).file().getFileName());
        notes.add(String.format("Of %s %,d of %,d frames stand beside the %,d of the leading camera%s%s.", name,
                different, between, chosen.length,
                shown.length > different ? String.format(", %,d times one again", shown.length - different) : "",
                shown.length < chosen.length
                        ? String.format("; beside %,d it has none", chosen.length - shown.length)
                        : ""));
    }

    private static PictureSize size(LogReader log, int first, int last) throws IOException {
        for (int frame = first; frame <= Math.min(last, first + TRIES); frame++) {
            try {
                return PictureSize.read(log.image(frame));
            } catch (PictureException | MalformedEventException _) {
                // The next one may tell.
            }
        }
        throw new IOException(log.file().getFileName() + " holds no picture that can be shown.");
    }

    private static List<Cell> cells(List<PictureSize> sizes) {
        int columns = sizes.size() <= IN_A_ROW ? sizes.size() : Math.ceilDiv(sizes.size(), 2);
        int height = sizes.getFirst().height();
        int[] widths = new int[columns];
        for (int i = 0; i < sizes.size(); i++) {
            int width = Math.max(2, (int) Math.round((double) sizes.get(i).width() * height / sizes.get(i).height()));
            widths[i % columns] = Math.max(widths[i % columns], width);
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            int x = Arrays.stream(widths, 0, i % columns).sum() + GAP_PX * (i % columns);
            cells.add(new Cell(x, Math.floorDiv(i, columns) * (height + GAP_PX), widths[i % columns], height));
        }
        return cells;
    }

    /** Of all pictures together. */
    PictureSize size() {
        return size;
    }

    /** The leading camera's, then the others'. */
    List<Cell> cells() {
        return cells;
    }

    /** What is written on the picture of a cell; empty when nothing is. */
    String label(int cell) {
        return cell == 0 ? cameras.label() : cameras.cameras().get(cell - 1).label();
    }

    LogReader camera(int number) {
        return readers.get(number);
    }

    int cameras() {
        return readers.size();
    }

    /** Which frame of a camera stands beside this one; -1 for none. */
    int beside(int camera, PlannedFrame frame) {
        int before = 0;
        for (int i = 0; i < frame.range(); i++) {
            before += ranges.get(i).last() - ranges.get(i).first() + 1;
        }
        return frames.get(camera)[before + frame.frame() - ranges.get(frame.range()).first()];
    }

    /** Of a camera, for the ranges in their order. */
    List<Integer> frames(int camera) {
        return Arrays.stream(frames.get(camera)).boxed().toList();
    }

    List<String> notes() {
        return notes;
    }
}
