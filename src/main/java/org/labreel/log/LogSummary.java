package org.labreel.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.labreel.codec.EventPeek;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.labreel.picture.PictureException;
import org.labreel.picture.PictureSize;

/**
 * What is in a log, at a glance.
 *
 * @param bytes
 *            of the file
 * @param counts
 *            records of each kind that occurs, in the order of the .proto; undecodable ones under
 *            {@link EventKind#UNKNOWN} at the end
 * @param sizes
 *            how many frames have which size, most frequent first; frames whose size cannot be read are left out
 * @param unsizedFrames
 *            frames whose size cannot be read
 */
public record LogSummary(int records, long bytes, Map<EventKind, Integer> counts, int frames,
        Optional<Instant> firstImage, Optional<Instant> lastImage, Map<PictureSize, Integer> sizes, int unsizedFrames,
        Duration duration, List<LogIndex.Gap> gaps, List<Damage> damage) {
    /** Enough of a frame to reach its size, if it carries no thumbnail. */
    private static final int FRONT = 4096;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    public LogSummary {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        gaps = List.copyOf(gaps);
        damage = List.copyOf(damage);
    }

    /** Looks at the front of every frame. */
    public static LogSummary of(LogReader log) throws IOException {
        LogIndex index = log.index();
        Map<EventKind, Integer> counts = new LinkedHashMap<>();
        for (EventKind kind : EventKind.values()) {
            if (kind != EventKind.UNKNOWN && index.count(kind) > 0) {
                counts.put(kind, index.count(kind));
            }
        }
        if (index.count(EventKind.UNKNOWN) > 0) {
            counts.put(EventKind.UNKNOWN, index.count(EventKind.UNKNOWN));
        }
        Map<PictureSize, Integer> sizes = sizes(log, index);
        int frames = index.frames();
        int sized = sizes.values().stream().mapToInt(Integer::intValue).sum();
        return new LogSummary(index.records(), Files.size(log.file()), counts, frames,
                frames == 0 ? Optional.empty() : Optional.of(index.frameTime(0)),
                frames == 0 ? Optional.empty() : Optional.of(index.frameTime(frames - 1)), sizes, frames - sized,
                index.duration(), index.gaps(), index.damage());
    }

    private static Map<PictureSize, Integer> sizes(LogReader log, LogIndex index) throws IOException {
        Map<PictureSize, Integer> counted = new LinkedHashMap<>();
        for (int frame = 0; frame < index.frames(); frame++) {
            size(log, index, frame).ifPresent(size -> counted.merge(size, 1, Integer::sum));
        }
        Map<PictureSize, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream().sorted(Map.Entry.<PictureSize, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static Optional<PictureSize> size(LogReader log, LogIndex index, int frame) throws IOException {
        Bytes front = log.front(index.recordOfFrame(frame), FRONT);
        try {
            EventPeek peek = EventPeek.of(front);
            int seen = Math.min(peek.imageLength(), front.length() - peek.imageOffset());
            return Optional.of(PictureSize.read(front.slice(peek.imageOffset(), seen)));
        } catch (PictureException | MalformedEventException _) {
            return wholeSize(log, frame);
        }
    }

    private static Optional<PictureSize> wholeSize(LogReader log, int frame) throws IOException {
        try {
            return Optional.of(PictureSize.read(log.image(frame)));
        } catch (PictureException | MalformedEventException _) {
            return Optional.empty();
        }
    }

    /** Size of most frames. */
    public Optional<PictureSize> usualSize() {
        return sizes.keySet().stream().findFirst();
    }

    /** As {@code labreel info --json} prints it. Times are ISO 8601, UTC, with nine digits of the second. */
    public String toJson() {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("records", records).put("bytes", bytes);
        ObjectNode kinds = out.putObject("counts");
        counts.forEach((kind, count) -> kinds.put(kind.protoName(), count));
        images(out.putObject("images"));
        out.put("durationSeconds", seconds(duration));
        ArrayNode pauses = out.putArray("gaps");
        gaps.forEach(gap -> pauses.addObject().put("afterFrame", gap.afterFrame()).put("start", iso(gap.start()))
                .put("end", iso(gap.end())).put("seconds", seconds(Duration.between(gap.start(), gap.end()))));
        ArrayNode broken = out.putArray("damage");
        damage.forEach(each -> broken.addObject().put("offset", each.offset()).put("length", each.length())
                .put("kind", each.kind().name()).put("text", each.text()));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private void images(ObjectNode out) {
        out.put("count", frames);
        out.put("width", usualSize().map(PictureSize::width).orElse(0));
        out.put("height", usualSize().map(PictureSize::height).orElse(0));
        firstImage.ifPresentOrElse(time -> out.put("firstTime", iso(time)), () -> out.putNull("firstTime"));
        lastImage.ifPresentOrElse(time -> out.put("lastTime", iso(time)), () -> out.putNull("lastTime"));
        ArrayNode list = out.putArray("sizes");
        sizes.forEach((size, count) -> list.addObject().put("width", size.width()).put("height", size.height())
                .put("count", count));
    }

    private static String iso(Instant instant) {
        return ISO.format(instant);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
