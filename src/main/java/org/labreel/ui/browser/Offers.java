package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.model.Marker;
import org.labreel.ui.browser.ExportDoor.Offer;
import org.labreel.ui.browser.ExportDoor.Part;

/** Puts together what of a log can become a clip. */
final class Offers {
    private Offers() {
    }

    /**
     * @param wanted
     *            the named ranges that were asked for; empty = the marked part of the log
     */
    static Offer of(OpenLog log, FrameRange range, AnnotationSet marks, List<LogRange> wanted,
            ExportDoor.Others others) {
        Path file = log.reader().file();
        LogIndex index = log.index();
        int last = range.last(index.frames());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(range.marked() ? "In to Out" : "The whole log", false,
                new ExportRequest.Range(file, range.first(), last), range.duration(index), wanted.isEmpty()));
        for (LogRange each : marks.ranges()) {
            parts.add(new Part(title(each), !each.text().isBlank(),
                    new ExportRequest.Range(file, each.first(), each.last()),
                    LogPlaces.times(index, each.first(), each.last()).duration(), wanted.contains(each)));
        }
        List<Marker> markers = marks.markers().stream().map(each -> new Marker(each.id(),
                index.frameTime(each.frame()), each.text(), each.colour())).toList();
        return new Offer(file, parts, log.board().map(BoardChoice.Found::board), markers, others);
    }

    /** Ranges without a name can be told apart by their frames. */
    static String title(LogRange range) {
        return range.text().isBlank() ? "Frames " + range.first() + " to " + range.last() : range.text();
    }
}
