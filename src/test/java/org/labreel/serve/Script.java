package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** The requests of the public recording scripts, letter for letter, posted as their client posts them. */
final class Script implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMERA = """
            query CameraWithModelAndSerial($model: camera_model_enum!, $serial: String!) {
              cameras(where: {model: {_eq: $model}, serial: {_eq: $serial}}) {
                id
              }
            }
            """;
    private static final String SESSION = """
            mutation InsertRecordingSession(
              $name: String!,
              $startDate: timestamp!,
              $endDate: timestamp!,
              $mode: RecordingSessionMode_enum!,
              $state: RecordingSessionState_enum!
              $maxSizeMegabytes: Int!,
              $maxTimeSeconds: Int!,
            ) {
              insertRecordingSession(object: {
                name: $name,
                startDate: $startDate,
                endDate: $endDate,
                mode: $mode,
                state: $state
                maxTimeSeconds: $maxTimeSeconds,
                maxSizeMegabytes: $maxSizeMegabytes,
                storage: { data: {
                    totalSize: 0,
                    estimatedSize: 0,
                }}
              }) {
                id
              }
            }
            """;
    private static final String RECORD = """
            mutation InsertRecord($recordingId: uuid!, $cameraId: uuid!) {
              insertRecord(object: {cameraId: $cameraId, recordingId: $recordingId}) {
                id
              }
            }
            """;
    private static final String STREAM = """
            mutation InsertStream(
              $recordId: uuid!,
              $type: stream_type_enum!,
              $alignTo: String!,
              $encoder: stream_encoder_enum!,
              $width: Int!
              $height: Int!,
              $nearCut: Int!,
              $farCut: Int!,
              $bitrate: Int!,
              $frameRate: Int!,
            ) {
              insertStream(object: {
                recordId: $recordId,
                type: $type,
                alignTo: $alignTo,
                encoder: $encoder,
                width: $width,
                height: $height,
                nearCut: $nearCut,
                farCut: $farCut,
                bitrate: $bitrate
                frameRate: $frameRate,
              }) {
                id
              }
            }
            """;
    private static final String STATE = """
            mutation UpdateRecordingSessionState($id: uuid!, $state: RecordingSessionState_enum!) {
              updateRecordingSession(pk_columns: {id: $id}, _set: {state: $state}) {
                id
              }
            }
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;

    Script(URI endpoint) {
        this.endpoint = endpoint;
    }

    HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode execute(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        HttpResponse<String> response = post(JSON.writeValueAsString(Map.of("query", query, "variables", variables)));
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private JsonNode data(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        JsonNode answer = execute(query, variables);
        if (!answer.path("data").isObject()) {
            throw new IOException(answer.toString());
        }
        return answer.get("data");
    }

    String camera(String model, String serial) throws IOException, InterruptedException {
        return data(CAMERA, Map.of("model", model, "serial", serial)).path("cameras").path(0).path("id").asText();
    }

    UUID session(String start, String end, String name) throws IOException, InterruptedException {
        return UUID.fromString(data(SESSION, Map.of("name", name, "startDate", start, "endDate", end, "mode",
                "Storage", "state", "Stopped", "maxTimeSeconds", "0", "maxSizeMegabytes", "0"))
                .path("insertRecordingSession").path("id").asText());
    }

    String record(UUID session, String camera) throws IOException, InterruptedException {
        return data(RECORD, Map.of("recordingId", session.toString(), "cameraId", camera)).path("insertRecord")
                .path("id").asText();
    }

    /** Numbers as text or as numbers, as the one script and the other send them. */
    void stream(String record, String type, String encoder, Object width, Object height, Object rate)
            throws IOException, InterruptedException {
        Object text = width instanceof String ? "300" : (Object) 300;
        data(STREAM, Map.of("recordId", record, "type", type, "alignTo", "color", "encoder", encoder, "width", width,
                "height", height, "nearCut", text, "farCut", text, "bitrate", text, "frameRate", rate));
    }

    void state(UUID session, String state) throws IOException, InterruptedException {
        data(STATE, Map.of("id", session.toString(), "state", state));
    }

    @Override
    public void close() {
        client.close();
    }
}
