package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.labreel.query.Hit;

/** A line of the list of what a query found. */
sealed interface QueryRow {
    Path log();

    String title();

    String detail();

    /** Above what was found in a log. */
    record Heading(Path log, String title, String detail) implements QueryRow {
    }

    /** A place in a log. */
    record Place(Path log, Hit hit, String title, String detail) implements QueryRow {
    }

    static List<QueryRow> of(QueryModel.Results results) {
        List<QueryRow> rows = new ArrayList<>();
        for (QueryModel.Group group : results.groups()) {
            if (results.everywhere() || !group.remark().isEmpty()) {
                rows.add(new Heading(group.log(), name(group.log()),
                        group.remark().isEmpty() ? count(group.hits().size()) : group.remark()));
            }
            group.hits().forEach(hit -> rows.add(new Place(group.log(), hit, title(group, hit), detail(hit))));
        }
        return rows;
    }

    /** With its session's folder, since every session has a segment-001. */
    private static String name(Path log) {
        Path folder = log.getParent() == null ? null : log.getParent().getFileName();
        return folder == null ? String.valueOf(log.getFileName()) : folder + " / " + log.getFileName();
    }

    private static String title(QueryModel.Group group, Hit hit) {
        String start = TimeText.elapsed(Duration.between(group.zero(), hit.time().start()));
        return hit.time().duration().isZero() ? start : start + "  ·  " + TimeText.span(hit.time().duration());
    }

    private static String detail(Hit hit) {
        return switch (hit.frames()) {
            case 0 -> hit.firstFrame() < 0 ? "no frames" : "between frames, at " + hit.firstFrame();
            case 1 -> "frame " + hit.firstFrame();
            default -> "frames " + hit.firstFrame() + " to " + hit.lastFrame();
        };
    }

    static String count(int hits) {
        return hits + (hits == 1 ? " hit" : " hits");
    }
}
