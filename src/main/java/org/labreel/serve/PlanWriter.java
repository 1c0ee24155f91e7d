package org.labreel.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.serve.graph.Timestamps;

/** Plans as the variables of a request. */
final class PlanWriter {
    private PlanWriter() {
    }

    static Map<String, @Nullable Object> object(String name, Session.Plan plan) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("name", name);
        out.put("startDate", plan.start().map(Timestamps::format).orElse(null));
        out.put("endDate", plan.end().map(Timestamps::format).orElse(null));
        out.put("maxTimeSeconds", plan.limits().maxTimeSeconds());
        out.put("maxSizeMegabytes", plan.limits().maxSizeMegabytes());
        out.put("notes", plan.notes());
        out.put("records", plan.cameras().stream().map(PlanWriter::record).toList());
        return out;
    }

    private static Map<String, Object> record(Session.Camera camera) {
        List<Map<String, Object>> streams = camera.streams().stream().map(PlanWriter::stream).toList();
        return Map.of("cameraId", camera.id().toString(), "streams", streams);
    }

    private static Map<String, Object> stream(StreamWish wish) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", wish.id().toString());
        out.put("type", wish.type().word());
        out.put("encoder", wish.encoder().word());
        out.put("width", wish.width());
        out.put("height", wish.height());
        out.put("frameRate", wish.frameRate());
        out.put("bitrate", wish.bitrate());
        out.put("nearCut", wish.nearCut());
        out.put("farCut", wish.farCut());
        out.put("alignTo", wish.alignTo());
        out.put("required", wish.required());
        return out;
    }
}
