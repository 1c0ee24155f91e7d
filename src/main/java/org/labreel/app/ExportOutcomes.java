package org.labreel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;

/** What came of the clips of one call, for people and for scripts. */
final class ExportOutcomes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode whole = JSON.createObjectNode();
    private final ArrayNode clips = whole.putArray("clips");
    private final ArrayNode failures = whole.putArray("failures");
    private final long startNanos = System.nanoTime();
    private long frames;
    private long bytes;

    /**
     * @param seconds
     *            that it took
     * @param same
     *            whether it is bit for bit the clip that its sidecar tells of; empty when it is a new one
     */
    void made(ExportRequest request, ExportReport report, double seconds, Optional<Boolean> same) {
        frames += report.frames();
        bytes += report.bytes();
        ObjectNode clip = clips.addObject().put("file", path(report.file())).put("bytes", report.bytes())
                .put("frames", report.frames()).put("durationSeconds", report.duration().toNanos() / 1e9)
                .put("damagedFrames", report.damagedFrames()).put("leftOutFrames", report.leftOutFrames())
                .put("shiftedFrames", report.shiftedFrames()).put("encoder", report.encoder())
                .put("tookSeconds", seconds);
        request.csv().ifPresent(file -> clip.put("csv", path(file)));
        request.sidecar().ifPresent(file -> clip.put("sidecar", path(file)));
        same.ifPresent(each -> clip.put("same", each));
        ArrayNode notes = clip.putArray("notes");
        report.notes().forEach(notes::add);
    }

    void failed(String name, String why) {
        failures.addObject().put("name", name).put("error", why);
    }

    /** 0 when all were made. */
    int exitCode() {
        return failures.isEmpty() ? 0 : 1;
    }

    /** In one sentence, for the end of the run. */
    String summary() {
        return String.format(Locale.ROOT, "%d of %d clips made: %d frames, %s, in %.1f s", clips.size(),
                clips.size() + failures.size(), frames, Terminal.bytes(bytes), (System.nanoTime() - startNanos) / 1e9);
    }

    String json() {
        return whole.toPrettyString();
    }

    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }
}
