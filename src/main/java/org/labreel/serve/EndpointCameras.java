package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.labreel.model.Session;
import org.labreel.serve.graph.CameraModels;
import org.labreel.session.CameraHealth;
import org.labreel.session.CameraView;

/** The cameras of an endpoint that tells little of them. */
final class EndpointCameras {
    private final GraphCall call;

    EndpointCameras(GraphCall call) {
        this.call = call;
    }

    /** Where a camera's own fields cannot be asked for, its model is known by asking for those of each model. */
    CompletableFuture<List<CameraView>> all(String fields) {
        if (!fields.matches("\\{ ?id ?}")) {
            return call.ask("query Cameras { cameras " + fields + " }", Map.of())
                    .thenApply(data -> SessionReader.list(data.path("cameras"), EndpointCameras::told));
        }
        CompletableFuture<List<CameraView>> found = CompletableFuture.completedFuture(List.of());
        for (String model : CameraModels.all()) {
            found = found.thenCombine(ofModel(model), (before, more) -> {
                List<CameraView> both = new ArrayList<>(before);
                both.addAll(more);
                return both;
            });
        }
        return found;
    }

    private CompletableFuture<List<CameraView>> ofModel(String model) {
        ScriptRequests.Request request = ScriptRequests.cameras(model);
        return call.ask(request.query(), request.variables()).thenApply(data -> SessionReader
                .list(data.path(request.answer()), each -> untold(each, model)));
    }

    private static CameraView told(JsonNode in) {
        return in.has("link") ? SessionReader.camera(in) : untold(in, in.path("model").asText());
    }

    private static CameraView untold(JsonNode in, String model) {
        UUID id = UUID.fromString(in.path("id").asText());
        // The record is the camera's own here: asking again must not look like another camera.
        Session.Camera camera = new Session.Camera(id, model, in.path("serial").asText(), in.path("address").asText(),
                id, List.of());
        return SessionReader.resting(camera, new CameraHealth(CameraHealth.Link.UP,
                "The endpoint has it, and does not tell how it does.", false, 0, 0, 0));
    }
}
