package org.labreel.serve.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.model.Span;
import org.labreel.model.StreamWish;
import org.labreel.session.CameraHealth;
import org.labreel.session.CameraView;
import org.labreel.session.DiskForecast;
import org.labreel.session.SessionView;
import org.labreel.session.StreamCheck;

/** Sessions as the fields of the schema. */
public final class SessionMap {
    private SessionMap() {
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            made.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return made;
    }

    /** All fields of a session; times and ids as they are. */
    public static Map<String, @Nullable Object> of(SessionView view) {
        Session session = view.session();
        Session.Plan plan = session.plan();
        Map<String, @Nullable Object> out = map("id", session.id(), "name", session.name(), "state",
                session.state().word(), "mode", plan.mode().word(), "created", session.created(), "startDate",
                plan.start().orElse(null), "endDate", plan.end().orElse(null), "maxTimeSeconds",
                plan.limits().maxTimeSeconds(), "maxSizeMegabytes", plan.limits().maxSizeMegabytes(), "notes",
                plan.notes(), "folder", view.folder(), "here", view.here());
        out.put("storage", map("totalSize", session.segments().stream().mapToLong(Segment::bytes).sum(),
                "estimatedSize", view.forecast().map(DiskForecast::neededBytes).orElse(0L)));
        out.put("records", session.cameras().stream().map(SessionMap::record).toList());
        out.put("segments", session.segments().stream().map(segment -> of(session.id(), segment)).toList());
        out.put("markers", session.markers().stream().map(SessionMap::of).toList());
        out.put("losses", session.losses().stream().map(loss -> of(session.id(), loss)).toList());
        out.put("spans", session.spans().stream().map(SessionMap::of).toList());
        out.put("journal", session.journal().stream().map(e -> map("at", e.at(), "text", e.text())).toList());
        out.put("checks", view.checks().stream().map(SessionMap::of).toList());
        out.put("live", live(view));
        out.put("forecast", view.forecast().map(SessionMap::of).orElse(null));
        return out;
    }

    static Map<String, @Nullable Object> record(Session.Camera camera) {
        return map("id", camera.record(), "cameraId", camera.id(), "model", camera.model(), "serial", camera.serial(),
                "address", camera.address(), "streams", camera.streams().stream().map(SessionMap::of).toList());
    }

    static Map<String, @Nullable Object> of(StreamWish wish) {
        return map("id", wish.id(), "type", wish.type().word(), "alignTo", wish.alignTo(), "encoder",
                wish.encoder().word(), "width", wish.width(), "height", wish.height(), "nearCut", wish.nearCut(),
                "farCut", wish.farCut(), "bitrate", wish.bitrate(), "frameRate", wish.frameRate(), "required",
                wish.required());
    }

    static Map<String, @Nullable Object> of(UUID session, Segment segment) {
        return map("recordingId", session, "file", segment.file(), "source", segment.source(), "start",
                segment.start(), "end", segment.end().orElse(null), "bytes", segment.bytes(), "headRecords",
                segment.headRecords(), "preRollRecords", segment.preRollRecords(), "received", segment.received(),
                "written", segment.written(), "repeated", segment.repeated(), "lost", segment.lost(), "frames",
                segment.frames());
    }

    static Map<String, @Nullable Object> of(Marker marker) {
        return map("id", marker.id(), "at", marker.at(), "text", marker.text(), "colour", marker.colour());
    }

    static Map<String, @Nullable Object> of(UUID session, Loss loss) {
        return map("recordingId", session, "cause", loss.cause().name(), "source", loss.source(), "start",
                loss.start(), "end", loss.end(), "count", loss.count(), "detail", loss.detail());
    }

    private static Map<String, @Nullable Object> of(Span span) {
        return map("requested", span.requested(), "cause", span.cause().word(), "ended", span.ended().orElse(null),
                "ending", span.ending(), "partial", span.partial(), "cameras",
                span.parts().stream().map(part -> map("cameraId", part.camera(), "started",
                        part.started().orElse(null), "problem", part.problem())).toList());
    }

    private static Map<String, @Nullable Object> of(StreamCheck check) {
        return map("cameraId", check.camera(), "streamId", check.wish().id(), "verdict", check.verdict().name(),
                "words", check.words(), "required", check.wish().required());
    }

    private static Map<String, @Nullable Object> of(DiskForecast forecast) {
        return map("plannedSeconds", forecast.planned().map(Duration::toSeconds).orElse(null),
                "bytesPerSecond", forecast.bytesPerSecond(), "measured", forecast.measured(), "neededBytes",
                forecast.neededBytes(), "usableBytes", forecast.usableBytes(), "fits", forecast.fits(), "words",
                forecast.words());
    }

    /** The cameras of a session as they do. */
    static List<Map<String, @Nullable Object>> live(SessionView view) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (CameraView camera : view.cameras()) {
            Map<String, @Nullable Object> out = health(camera.health());
            out.putAll(map("recordingId", view.session().id(), "cameraId", camera.camera().id(), "recording",
                    camera.recording(), "bytes", camera.bytes(), "recordedFrames", camera.frames(), "lost",
                    camera.lost(), "preRollSeconds", camera.preRoll().toMillis() / 1e3, "alarm",
                    camera.alarm().orElse(null)));
            all.add(out);
        }
        return all;
    }

    private static Map<String, @Nullable Object> health(CameraHealth health) {
        return map("link", health.link().name(), "words", health.words(), "frames", health.frames(),
                "framesPerSecond", health.framesPerSecond(), "width", health.widthPx(), "height", health.heightPx());
    }

    static Map<String, @Nullable Object> of(CameraView camera) {
        Map<String, @Nullable Object> out = health(camera.health());
        String model = camera.camera().model();
        out.putAll(map("id", camera.camera().id(), "model", CameraModels.known(model) ? model : null, "serial",
                camera.camera().serial(), "address", camera.camera().address()));
        return out;
    }
}
