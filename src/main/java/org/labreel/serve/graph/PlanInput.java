package org.labreel.serve.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.session.CameraFeed;
import org.labreel.session.Refusal;
import org.labreel.session.Rig;

/** Plans from the input objects of the schema; what is not named stays as it was. */
final class PlanInput {
    private final Rig rig;

    PlanInput(Rig rig) {
        this.rig = rig;
    }

    Session.Plan plan(Session.Plan before, Map<String, Object> in) {
        Session.Plan plan = new Session.Plan(before.mode(), time(in, "startDate", before.start()),
                time(in, "endDate", before.end()),
                new Session.Limits(whole(in, "maxTimeSeconds", before.limits().maxTimeSeconds()),
                        whole(in, "maxSizeMegabytes", before.limits().maxSizeMegabytes())),
                before.cameras(), text(in, "notes", before.notes()));
        return in.get("records") instanceof List<?> records ? plan.withCameras(cameras(records, before)) : plan;
    }

    private static Optional<Instant> time(Map<String, Object> in, String field, Optional<Instant> before) {
        return in.containsKey(field) ? Optional.ofNullable((Instant) in.get(field)) : before;
    }

    private List<Session.Camera> cameras(List<?> records, Session.Plan before) {
        List<Session.Camera> cameras = new ArrayList<>();
        for (Object each : records) {
            Map<String, Object> in = object(each);
            UUID id = in.get("cameraId") instanceof UUID given ? given : UUID.randomUUID();
            Session.Camera camera = before.cameras().stream().filter(old -> old.id().equals(id)).findFirst()
                    .orElseGet(() -> camera(id));
            List<StreamWish> streams = new ArrayList<>();
            if (in.get("streams") instanceof List<?> wishes) {
                wishes.forEach(wish -> streams.add(stream(object(wish))));
            }
            cameras.add(camera.withStreams(streams));
        }
        return cameras;
    }

    /** The use of a configured camera. */
    Session.Camera camera(UUID id) {
        Session.Camera configured = rig.feed(id).map(CameraFeed::camera).orElseThrow(
                () -> new Refusal(Refusal.Kind.INVALID, "There is no camera " + id + "; ask for the cameras first."));
        return new Session.Camera(configured.id(), configured.model(), configured.serial(), configured.address());
    }

    static StreamWish stream(Map<String, Object> in) {
        UUID id = in.get("id") instanceof UUID given ? given : UUID.randomUUID();
        return new StreamWish(id, word(in, "type", StreamWish.Type.values(), StreamWish.Type::word),
                word(in, "encoder", StreamWish.Encoder.values(), StreamWish.Encoder::word), whole(in, "width", 0),
                whole(in, "height", 0), whole(in, "frameRate", 0), whole(in, "bitrate", 0), whole(in, "nearCut", 0),
                whole(in, "farCut", 0), text(in, "alignTo", ""), Boolean.TRUE.equals(in.get("required")));
    }

    /** The one that is spelled so; the first when none was named. */
    static <T> T word(Map<String, Object> in, String field, T[] all, Function<T, String> spelled) {
        for (T each : all) {
            if (spelled.apply(each).equals(in.get(field))) {
                return each;
            }
        }
        return all[0];
    }

    static int whole(Map<String, Object> in, String field, int otherwise) {
        return in.get(field) instanceof Integer number ? number : otherwise;
    }

    static String text(Map<String, Object> in, String field, String otherwise) {
        return in.get(field) instanceof String given ? given : otherwise;
    }

    @SuppressWarnings("unchecked") // Input objects of a schema are maps by field name.
    static Map<String, Object> object(Object in) {
        return (Map<String, Object>) in;
    }
}
