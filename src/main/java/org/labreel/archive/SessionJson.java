package org.labreel.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.NamedRange;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.TimeRange;

/**
 * {@code session.json}, version {@value #VERSION}: a session field by field, times as ISO 8601 in UTC. Fields that are
 * missing take their plainest value, so that a file edited by hand or written by an older version can be read.
 */
final class SessionJson {
    static final int VERSION = 1;
    private static final String NO_COLOUR = "#ffb300";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionJson() {
    }

    static byte[] write(Session session) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("schemaVersion", VERSION).put("id", session.id().toString()).put("name", session.name())
                .put("mode", session.plan().mode().word()).put("state", session.state().word())
                .put("created", session.created().toString());
        PlanJson.write(session.plan(), out);
        ArrayNode segments = out.putArray("segments");
        session.segments().forEach(segment -> write(segment, segments.addObject()));
        write(session.markers(), session.ranges(), out);
        ArrayNode losses = out.putArray("losses");
        session.losses()
                .forEach(loss -> losses.addObject().put("cause", loss.cause().name()).put("source", loss.source())
                        .put("start", loss.start().toString()).put("end", loss.end().toString())
                        .put("count", loss.count()).put("detail", loss.detail()));
        HistoryJson.write(session, out);
        session.boardDefinition().ifPresent(text -> out.put("boardDefinition", text));
        ObjectNode parameters = out.putObject("parameters");
        new TreeMap<>(session.parameters()).forEach(parameters::put);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    /** The operator's remarks: keys {@code markers} and {@code ranges}. */
    static void write(List<Marker> markers, List<NamedRange> ranges, ObjectNode out) {
        ArrayNode marks = out.putArray("markers");
        markers.forEach(marker -> marks.addObject().put("id", marker.id().toString()).put("at", marker.at().toString())
                .put("text", marker.text()).put("colour", marker.colour()));
        ArrayNode parts = out.putArray("ranges");
        ranges.forEach(each -> parts.addObject().put("id", each.id().toString()).put("file", each.file())
                .put("name", each.name()).put("start", each.range().start().toString())
                .put("end", each.range().end().toString()).put("colour", each.colour()));
    }

    private static void write(Segment segment, ObjectNode out) {
        out.put("file", segment.file()).put("source", segment.source()).put("start", segment.start().toString());
        segment.end().ifPresent(end -> out.put("end", end.toString()));
        out.put("bytes", segment.bytes()).put("headRecords", segment.headRecords())
                .put("preRollRecords", segment.preRollRecords()).put("received", segment.received())
                .put("written", segment.written()).put("repeated", segment.repeated()).put("lost", segment.lost())
                .put("frames", segment.frames());
    }

    /**
     * @throws IOException
     *             with what is wrong, as the end of a sentence that names the file
     */
    static Session read(byte[] text) throws IOException {
        try {
            JsonNode in = JSON.readTree(text);
            if (!in.isObject() || !in.has("schemaVersion")) {
                throw new IOException("is no session of Labreel");
            }
            int version = in.get("schemaVersion").asInt();
            if (version > VERSION) {
                throw new IOException("was written by a newer Labreel (version " + version
                        + " of the file); this one reads up to version " + VERSION);
            }
            return session(in);
        } catch (JsonProcessingException e) {
            throw new IOException("is damaged (" + e.getOriginalMessage() + ")", e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("holds a value that cannot be right (" + e.getMessage() + ")", e);
        }
    }

    private static Session session(JsonNode in) {
        Map<String, String> parameters = new LinkedHashMap<>();
        in.path("parameters").properties().forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        return new Session(JsonField.uuid(in), in.path("name").asText("session"), state(in.path("state").asText()),
                JsonField.time(in, "created"), PlanJson.read(in),
                JsonField.list(in.path("segments"), SessionJson::segment),
                JsonField.list(in.path("markers"), SessionJson::marker),
                JsonField.list(in.path("ranges"), SessionJson::range),
                JsonField.list(in.path("losses"), SessionJson::loss),
                JsonField.list(in.path("spans"), HistoryJson::span),
                JsonField.list(in.path("journal"), HistoryJson::entry),
                Optional.ofNullable(in.get("boardDefinition")).map(JsonNode::asText), parameters);
    }

    private static Session.State state(String word) {
        for (Session.State state : Session.State.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        return Session.State.STOPPED;
    }

    private static Segment segment(JsonNode in) {
        return new Segment(in.path("file").asText(), in.path("source").asText(), JsonField.time(in, "start"),
                in.has("end") ? Optional.of(JsonField.time(in, "end")) : Optional.empty(), in.path("bytes").asLong(),
                in.path("headRecords").asLong(), in.path("preRollRecords").asLong(), in.path("received").asLong(),
                in.path("written").asLong(), in.path("repeated").asLong(), in.path("lost").asLong(),
                in.path("frames").asLong());
    }

    static Marker marker(JsonNode in) {
        return new Marker(JsonField.uuid(in), JsonField.time(in, "at"), in.path("text").asText(),
                in.path("colour").asText(NO_COLOUR));
    }

    static NamedRange range(JsonNode in) {
        Instant start = JsonField.time(in, "start");
        Instant end = JsonField.time(in, "end");
        // Written the wrong way round by hand, it still says which part is meant.
        TimeRange times = end.isBefore(start) ? new TimeRange(end, start) : new TimeRange(start, end);
        return new NamedRange(JsonField.uuid(in), in.path("file").asText(), in.path("name").asText(), times,
                in.path("colour").asText(NO_COLOUR));
    }

    private static Loss.Cause cause(String word) {
        return Arrays.stream(Loss.Cause.values()).filter(each -> each.name().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the cause of a loss is \"" + word
                        + "\", which is none of " + Arrays.stream(Loss.Cause.values()).map(Loss.Cause::name)
                                .collect(Collectors.joining(", "))));
    }

    private static Loss loss(JsonNode in) {
        return new Loss(cause(in.path("cause").asText()), in.path("source").asText(), JsonField.time(in, "start"),
                JsonField.time(in, "end"), in.path("count").asLong(), in.path("detail").asText());
    }
}
