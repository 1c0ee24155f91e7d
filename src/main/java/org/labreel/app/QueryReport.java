package org.labreel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.labreel.query.Hit;
import org.labreel.query.Query;
import org.labreel.ui.browser.LogSearch;

/** What a query found, for people and for scripts. */
final class QueryReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode whole = JSON.createObjectNode();
    private final ArrayNode logs;
    private final List<String> lines = new ArrayList<>();
    private int failures;

    QueryReport(Query query) {
        whole.put("query", query.toString());
        logs = whole.putArray("logs");
    }

    int failures() {
        return failures;
    }

    void add(LogSearch.Found found) {
        int damage = found.index().damage().size();
        ObjectNode log = logs.addObject().put("log", found.log().toString()).put("damage", damage);
        ArrayNode hits = log.putArray("hits");
        lines.add(found.log() + ": " + found.hits().size() + (found.hits().size() == 1 ? " hit" : " hits")
                + (damage == 0 ? "" : " (the log is damaged in " + damage + (damage == 1 ? " place)" : " places)")));
        for (Hit hit : found.hits()) {
            double start = seconds(Duration.between(found.index().timeZero(), hit.time().start()));
            double duration = seconds(hit.time().duration());
            hits.addObject().put("start", hit.time().start().toString()).put("end", hit.time().end().toString())
                    .put("startSeconds", start).put("durationSeconds", duration).put("firstFrame", hit.firstFrame())
                    .put("lastFrame", hit.lastFrame()).put("frames", hit.frames());
            lines.add(String.format(Locale.ROOT, "  %10.3f s  for %8.3f s  %s", start, duration, frames(hit)));
        }
    }

    private static String frames(Hit hit) {
        return switch (hit.frames()) {
            case 0 -> hit.firstFrame() < 0 ? "no frame" : "no frame of its own, next to frame " + hit.firstFrame();
            case 1 -> "frame " + hit.firstFrame();
            default -> "frames " + hit.firstFrame() + ".." + hit.lastFrame();
        };
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    void failed(Path log, String why) {
        failures++;
        logs.addObject().put("log", log.toString()).put("error", why).putArray("hits");
    }

    String text() {
        return String.join(System.lineSeparator(), lines);
    }

    String json() {
        return whole.toPrettyString();
    }
}
