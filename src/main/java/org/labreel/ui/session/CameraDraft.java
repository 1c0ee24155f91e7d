package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/** A camera of a session with the streams asked of it, as it is being written. */
record CameraDraft(Session.Camera camera, List<StreamDraft> streams) {
    CameraDraft {
        streams = List.copyOf(streams);
    }

    static CameraDraft of(Session.Camera camera) {
        return new CameraDraft(camera, camera.streams().stream().map(StreamDraft::of).toList());
    }

    UUID id() {
        return camera.id();
    }

    /** With those streams that can be understood. */
    Session.Camera read() {
        List<StreamWish> wishes = streams.stream().map(StreamDraft::wish).flatMap(Optional::stream).toList();
        return camera.withStreams(wishes);
    }

    CameraDraft adding(StreamDraft stream) {
        List<StreamDraft> next = new ArrayList<>(streams);
        next.add(stream);
        return new CameraDraft(camera, next);
    }

    CameraDraft without(UUID stream) {
        return new CameraDraft(camera, streams.stream().filter(each -> !each.id().equals(stream)).toList());
    }

    CameraDraft changing(UUID stream, UnaryOperator<StreamDraft> change) {
        return new CameraDraft(camera,
                streams.stream().map(each -> each.id().equals(stream) ? change.apply(each) : each).toList());
    }
}
