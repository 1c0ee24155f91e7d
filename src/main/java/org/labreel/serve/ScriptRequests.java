package org.labreel.serve;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;
import org.labreel.serve.graph.Timestamps;

/** The requests that recording scripts send, with no field more: what any endpoint of sessions understands. */
final class ScriptRequests {
    /** When a session starts or ends that has no such time: what the scripts send for an open end. */
    private static final Instant NEVER_BEFORE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER_AFTER = Instant.parse("9999-12-31T23:59:59Z");
    private static final String SESSION = """
            mutation InsertRecordingSession($name: String!, $startDate: timestamp!, $endDate: timestamp!,
                $mode: RecordingSessionMode_enum!, $state: RecordingSessionState_enum!, $maxSizeMegabytes: Int!,
                $maxTimeSeconds: Int!) {
              insertRecordingSession(object: {name: $name, startDate: $startDate, endDate: $endDate, mode: $mode,
                  state: $state, maxTimeSeconds: $maxTimeSeconds, maxSizeMegabytes: $maxSizeMegabytes,
                  storage: {data: {totalSize: 0, estimatedSize: 0}}}) { id }
            }
            """;
    private static final String RECORD = """
            mutation InsertRecord($recordingId: uuid!, $cameraId: uuid!) {
              insertRecord(object: {cameraId: $cameraId, recordingId: $recordingId}) { id }
            }
            """;
    private static final String STREAM = """
            mutation InsertStream($recordId: uuid!, $type: stream_type_enum!, $alignTo: String!,
                $encoder: stream_encoder_enum!, $width: Int!, $height: Int!, $nearCut: Int!, $farCut: Int!,
                $bitrate: Int!, $frameRate: Int!) {
              insertStream(object: {recordId: $recordId, type: $type, alignTo: $alignTo, encoder: $encoder,
                  width: $width, height: $height, nearCut: $nearCut, farCut: $farCut, bitrate: $bitrate,
                  frameRate: $frameRate}) { id }
            }
            """;
    private static final String STATE = """
            mutation UpdateRecordingSessionState($id: uuid!, $state: RecordingSessionState_enum!) {
              updateRecordingSession(pk_columns: {id: $id}, _set: {state: $state}) { id }
            }
            """;
    private static final String CAMERAS = """
            query CamerasOfModel($model: camera_model_enum!) { cameras(where: {model: {_eq: $model}}) { id } }
            """;

    private ScriptRequests() {
    }

    /**
     * A request that answers with what it made or found.
     *
     * @param answer
     *            name of the field in the answer
     */
    record Request(String query, Map<String, ?> variables, String answer) {
    }

    static Request session(Session session) {
        Session.Plan plan = session.plan();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", session.name());
        out.put("startDate", Timestamps.format(plan.start().orElse(NEVER_BEFORE)));
        out.put("endDate", Timestamps.format(plan.end().orElse(NEVER_AFTER)));
        out.put("mode", plan.mode().word());
        out.put("state", Session.State.STOPPED.word());
        out.put("maxTimeSeconds", plan.limits().maxTimeSeconds());
        out.put("maxSizeMegabytes", plan.limits().maxSizeMegabytes());
        return new Request(SESSION, out, "insertRecordingSession");
    }

    static Request record(UUID session, UUID camera) {
        return new Request(RECORD, Map.of("recordingId", session.toString(), "cameraId", camera.toString()),
                "insertRecord");
    }

    static Request stream(UUID record, StreamWish wish) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("recordId", record.toString());
        out.put("type", wish.type().word());
        out.put("alignTo", wish.alignTo().isEmpty() ? StreamWish.Type.COLOR.word() : wish.alignTo());
        out.put("encoder", wish.encoder().word());
        out.put("width", wish.width());
        out.put("height", wish.height());
        out.put("nearCut", wish.nearCut());
        out.put("farCut", wish.farCut());
        out.put("bitrate", wish.bitrate());
        out.put("frameRate", wish.frameRate());
        return new Request(STREAM, out, "insertStream");
    }

    static Request state(UUID session, Session.State to) {
        return new Request(STATE, Map.of("id", session.toString(), "state", to.word()), "updateRecordingSession");
    }

    static Request cameras(String model) {
        return new Request(CAMERAS, Map.of("model", model), "cameras");
    }
}
