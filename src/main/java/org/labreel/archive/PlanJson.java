package org.labreel.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/** What was planned, as it stands in {@code session.json}: keys mode, start, end, limits, cameras, notes. */
final class PlanJson {
    private PlanJson() {
    }

    static void write(Session.Plan plan, ObjectNode out) {
        plan.start().ifPresent(start -> out.put("start", start.toString()));
        plan.end().ifPresent(end -> out.put("end", end.toString()));
        out.put("notes", plan.notes());
        out.putObject("limits").put("maxTimeSeconds", plan.limits().maxTimeSeconds()).put("maxSizeMegabytes",
                plan.limits().maxSizeMegabytes());
        ArrayNode cameras = out.putArray("cameras");
        plan.cameras().forEach(camera -> write(camera, cameras.addObject()));
    }

    private static void write(Session.Camera camera, ObjectNode out) {
        out.put("id", camera.id().toString()).put("model", camera.model()).put("serial", camera.serial())
                .put("address", camera.address()).put("record", camera.record().toString());
        ArrayNode streams = out.putArray("streams");
        camera.streams()
                .forEach(wish -> streams.addObject().put("id", wish.id().toString()).put("type", wish.type().word())
                        .put("encoder", wish.encoder().word()).put("width", wish.width()).put("height", wish.height())
                        .put("frameRate", wish.frameRate()).put("bitrate", wish.bitrate())
                        .put("nearCut", wish.nearCut()).put("farCut", wish.farCut()).put("alignTo", wish.alignTo())
                        .put("required", wish.required()));
    }

    static Session.Plan read(JsonNode in) {
        JsonNode limits = in.path("limits");
        return new Session.Plan(JsonField.word(in, "mode", Session.Mode.values(), Session.Mode::word),
                JsonField.maybeTime(in, "start"), JsonField.maybeTime(in, "end"),
                new Session.Limits(limits.path("maxTimeSeconds").asInt(), limits.path("maxSizeMegabytes").asInt()),
                JsonField.list(in.path("cameras"), PlanJson::camera), in.path("notes").asText());
    }

    private static Session.Camera camera(JsonNode in) {
        return new Session.Camera(JsonField.uuid(in), in.path("model").asText(), in.path("serial").asText(),
                in.path("address").asText(), JsonField.uuid(in, "record"),
                JsonField.list(in.path("streams"), PlanJson::stream));
    }

    private static StreamWish stream(JsonNode in) {
        return new StreamWish(JsonField.uuid(in),
                JsonField.word(in, "type", StreamWish.Type.values(), StreamWish.Type::word),
                JsonField.word(in, "encoder", StreamWish.Encoder.values(), StreamWish.Encoder::word),
                in.path("width").asInt(), in.path("height").asInt(), in.path("frameRate").asInt(),
                in.path("bitrate").asInt(), in.path("nearCut").asInt(), in.path("farCut").asInt(),
                in.path("alignTo").asText(), in.path("required").asBoolean());
    }
}
