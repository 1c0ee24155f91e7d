package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.labreel.model.JournalEntry;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;
import org.labreel.serve.graph.Timestamps;
import org.labreel.session.CameraHealth;
import org.labreel.session.CameraView;
import org.labreel.session.DiskForecast;
import org.labreel.session.SessionView;
import org.labreel.session.StreamCheck;

/** Sessions out of an endpoint's answers. */
final class SessionReader {
    /** What is asked of a session. */
    static final String FIELDS = """
            { id name state mode created startDate endDate maxTimeSeconds maxSizeMegabytes notes folder here
              records { id cameraId model serial address streams { id type alignTo encoder width height nearCut farCut
                bitrate frameRate required } }
              segments { file source start end bytes headRecords preRollRecords received written repeated lost frames }
              markers { id at text colour } losses { cause source start end count detail }
              spans { requested cause ended ending cameras { cameraId started problem } } journal { at text }
              checks { cameraId streamId verdict words }
              live { cameraId link words frames framesPerSecond width height recording bytes recordedFrames lost
                preRollSeconds alarm }
              forecast { plannedSeconds bytesPerSecond measured neededBytes usableBytes } }
            """;
    /** What is asked of a camera. */
    static final String CAMERA_FIELDS = "{ id model serial address link words frames framesPerSecond width height }";

    private SessionReader() {
    }

    static SessionView view(JsonNode in) {
        Session session = session(in);
        return new SessionView(session, in.path("folder").asText(), in.path("here").asBoolean(),
                list(in.path("live"), each -> live(each, session)),
                list(in.path("checks"), each -> check(each, session)).stream().flatMap(Optional::stream).toList(),
                in.path("forecast").isObject() ? Optional.of(forecast(in.path("forecast"))) : Optional.empty());
    }

    private static Session session(JsonNode in) {
        Session.Plan plan = new Session.Plan(Session.Mode.STORAGE, time(in, "startDate"), time(in, "endDate"),
                new Session.Limits(in.path("maxTimeSeconds").asInt(), in.path("maxSizeMegabytes").asInt()),
                list(in.path("records"), SessionReader::record), in.path("notes").asText());
        return new Session(uuid(in, "id"), in.path("name").asText(),
                word(in, "state", Session.State.values(), Session.State::word),
                time(in, "created").orElse(Instant.EPOCH), plan, list(in.path("segments"), SessionReader::segment),
                list(in.path("markers"), SessionReader::marker), List.of(),
                list(in.path("losses"), SessionReader::loss), list(in.path("spans"), SessionReader::span),
                list(in.path("journal"), each -> new JournalEntry(time(each, "at").orElse(Instant.EPOCH),
                        each.path("text").asText())),
                Optional.empty(), Map.of());
    }

    private static Session.Camera record(JsonNode in) {
        return new Session.Camera(uuid(in, "cameraId"), in.path("model").asText(), in.path("serial").asText(),
                in.path("address").asText(), uuid(in, "id"), list(in.path("streams"), SessionReader::stream));
    }

    private static StreamWish stream(JsonNode in) {
        return new StreamWish(uuid(in, "id"), word(in, "type", StreamWish.Type.values(), StreamWish.Type::word),
                word(in, "encoder", StreamWish.Encoder.values(), StreamWish.Encoder::word),
                in.path("width").asInt(), in.path("height").asInt(), in.path("frameRate").asInt(),
                in.path("bitrate").asInt(), in.path("nearCut").asInt(), in.path("farCut").asInt(),
                in.path("alignTo").asText(), in.path("required").asBoolean());
    }

    private static Segment segment(JsonNode in) {
        return new Segment(in.path("file").asText(), in.path("source").asText(),
                time(in, "start").orElse(Instant.EPOCH), time(in, "end"), in.path("bytes").asLong(),
                in.path("headRecords").asLong(), in.path("preRollRecords").asLong(), in.path("received").asLong(),
                in.path("written").asLong(), in.path("repeated").asLong(), in.path("lost").asLong(),
                in.path("frames").asLong());
    }

    private static Marker marker(JsonNode in) {
        return new Marker(uuid(in, "id"), time(in, "at").orElse(Instant.EPOCH), in.path("text").asText(),
                in.path("colour").asText());
    }

    private static Loss loss(JsonNode in) {
        return new Loss(word(in, "cause", Loss.Cause.values(), Loss.Cause::name), in.path("source").asText(),
                time(in, "start").orElse(Instant.EPOCH), time(in, "end").orElse(Instant.EPOCH),
                in.path("count").asLong(), in.path("detail").asText());
    }

    private static Span span(JsonNode in) {
        return new Span(time(in, "requested").orElse(Instant.EPOCH),
                word(in, "cause", Span.Cause.values(), Span.Cause::word), time(in, "ended"),
                in.path("ending").asText(), list(in.path("cameras"), each -> new Span.Part(uuid(each, "cameraId"),
                        time(each, "started"), each.path("problem").asText())));
    }

    private static CameraHealth health(JsonNode in) {
        return new CameraHealth(word(in, "link", CameraHealth.Link.values(), CameraHealth.Link::name),
                in.path("words").asText(), in.path("frames").asBoolean(), in.path("framesPerSecond").asDouble(),
                in.path("width").asInt(), in.path("height").asInt());
    }

    private static CameraView live(JsonNode in, Session session) {
        UUID id = uuid(in, "cameraId");
        Session.Camera camera = session.cameras().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseGet(() -> new Session.Camera(id, "", "", ""));
        return new CameraView(camera, health(in), in.path("recording").asBoolean(), in.path("bytes").asLong(),
                in.path("recordedFrames").asLong(), in.path("lost").asLong(),
                Duration.ofMillis(Math.round(in.path("preRollSeconds").asDouble() * 1000)),
                in.path("alarm").isTextual() ? Optional.of(in.path("alarm").asText()) : Optional.empty());
    }

    /** A configured camera, in no session. */
    static CameraView camera(JsonNode in) {
        return resting(new Session.Camera(uuid(in, "id"), in.path("model").asText(), in.path("serial").asText(),
                in.path("address").asText()), health(in));
    }

    /** A camera that records nothing. */
    static CameraView resting(Session.Camera camera, CameraHealth health) {
        return new CameraView(camera, health, false, 0, 0, 0, Duration.ZERO, Optional.empty());
    }

    private static Optional<StreamCheck> check(JsonNode in, Session session) {
        UUID stream = uuid(in, "streamId");
        return session.cameras().stream().flatMap(camera -> camera.streams().stream())
                .filter(wish -> wish.id().equals(stream)).findFirst()
                .map(wish -> new StreamCheck(uuid(in, "cameraId"), wish,
                        word(in, "verdict", StreamCheck.Verdict.values(), StreamCheck.Verdict::name),
                        in.path("words").asText()));
    }

    private static DiskForecast forecast(JsonNode in) {
        return new DiskForecast(
                in.path("plannedSeconds").isNumber()
                        ? Optional.of(Duration.ofSeconds(in.path("plannedSeconds").asLong()))
                        : Optional.empty(),
                in.path("bytesPerSecond").asDouble(), in.path("measured").asBoolean(),
                in.path("neededBytes").asLong(), in.path("usableBytes").asLong());
    }

    private static UUID uuid(JsonNode in, String field) {
        return UUID.fromString(in.path(field).asText());
    }

    private static Optional<Instant> time(JsonNode in, String field) {
        return in.path(field).isTextual() ? Optional.of(Timestamps.parse(in.path(field).asText())) : Optional.empty();
    }

    private static <T> T word(JsonNode in, String field, T[] all, Function<T, String> spelled) {
        for (T each : all) {
            if (spelled.apply(each).equals(in.path(field).asText())) {
                return each;
            }
        }
        return all[0];
    }

    static <T> List<T> list(JsonNode in, Function<JsonNode, T> read) {
        List<T> out = new ArrayList<>();
        in.forEach(each -> out.add(read.apply(each)));
        return out;
    }
}
