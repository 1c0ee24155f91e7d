package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.labreel.session.SessionDesk.Operation;

/**
 * What an endpoint knows: the operations, and the fields that can be asked of sessions and cameras.
 *
 * @param whole
 *            whether a session is made and changed with all its cameras in one request, as by Labreel; else it is made
 *            piece by piece with the operations of the recording scripts, and a plan cannot be changed
 */
record EndpointSchema(Set<Operation> operations, boolean whole, String sessionFields, String cameraFields) {
    /** The request that asks for it. */
    static final String QUESTION = """
            query Schema { __schema { queryType { name } mutationType { name } subscriptionType { name }
              types { name kind fields { name args { name type { ...Named } } type { ...Named } } inputFields { name } } } }
            fragment Named on __Type { name ofType { name ofType { name ofType { name } } } }
            """;
    /** Labreel's own. */
    static final EndpointSchema LABREEL = new EndpointSchema(EnumSet.allOf(Operation.class), true,
            SessionReader.FIELDS, SessionReader.CAMERA_FIELDS);
    /** The operations of the recording scripts, and nothing else: all that is known of other endpoints. */
    static final EndpointSchema SCRIPTS = new EndpointSchema(
            EnumSet.of(Operation.CAMERAS, Operation.CREATE, Operation.EDIT, Operation.CHANGE_STATE), false, "",
            "{ id }");

    EndpointSchema {
        operations = Set.copyOf(operations);
    }

    boolean can(Operation operation) {
        return operations.contains(operation);
    }

    /** Reads the answer to {@link #QUESTION}. */
    static EndpointSchema of(JsonNode schema) {
        return new Reading(schema).read();
    }

    private static final class Reading {
        /** Type of each field, by type and field. */
        private final Map<String, Map<String, String>> types = new HashMap<>();
        private final Map<String, Set<String>> inputs = new HashMap<>();
        /** Type of each argument, by type, field and argument. */
        private final Map<String, String> arguments = new HashMap<>();
        private final String query;
        private final String mutation;
        private final String subscription;

        Reading(JsonNode schema) {
            schema.path("types").forEach(this::note);
            query = schema.path("queryType").path("name").asText();
            mutation = schema.path("mutationType").path("name").asText();
            subscription = schema.path("subscriptionType").path("name").asText();
        }

        private void note(JsonNode type) {
            String name = type.path("name").asText();
            Map<String, String> fields = types.computeIfAbsent(name, _ -> new HashMap<>());
            type.path("fields").forEach(field -> {
                String called = field.path("name").asText();
                fields.put(called, named(field.path("type")));
                field.path("args").forEach(argument -> arguments.put(
                        name + "." + called + "." + argument.path("name").asText(), named(argument.path("type"))));
            });
            Set<String> taken = inputs.computeIfAbsent(name, _ -> new HashSet<>());
            type.path("inputFields").forEach(field -> taken.add(field.path("name").asText()));
        }

        /** Without the marks of lists and of what must be there. */
        private static String named(JsonNode type) {
            JsonNode inner = type;
            while (inner.path("name").isNull() && inner.path("ofType").isObject()) {
                inner = inner.path("ofType");
            }
            return inner.path("name").asText();
        }

        EndpointSchema read() {
            boolean whole = takes("insertRecordingSession.object", "RecordingSession_insert", "records")
                    && takes("updateRecordingSession._set", "RecordingSession_set", "records")
                    && has(query, "recordingSession");
            Optional<String> session = fields("recordingSessions", SessionReader.FIELDS);
            Optional<String> camera = fields("cameras", SessionReader.CAMERA_FIELDS);
            Set<Operation> can = EnumSet.noneOf(Operation.class);
            add(can, Operation.LIST, session.isPresent());
            add(can, Operation.CAMERAS, camera.isPresent());
            add(can, Operation.CREATE, has(mutation, "insertRecordingSession"));
            add(can, Operation.EDIT, whole || has(mutation, "insertRecordingSession"));
            add(can, Operation.CHANGE_STATE, has(mutation, "updateRecordingSession"));
            add(can, Operation.DELETE, arguments.containsKey(mutation + ".deleteRecordingSession.id")
                    && has(query, "recordingSession"));
            add(can, Operation.RESTORE, has(mutation, "restoreRecordingSession"));
            add(can, Operation.MARK, takes("insertMarker.object", "Marker_insert", "recordingId")
                    && has(query, "recordingSession"));
            add(can, Operation.WATCH, session.isPresent() && has(subscription, "recordingSessions"));
            return new EndpointSchema(can, whole && session.isPresent(), session.orElse(""), camera.orElse("{ id }"));
        }

        private static void add(Set<Operation> can, Operation operation, boolean there) {
            if (there) {
                can.add(operation);
            }
        }

        private boolean has(String type, String field) {
            return types.getOrDefault(type, Map.of()).containsKey(field);
        }

        private boolean takes(String argument, String type, String field) {
            return type.equals(arguments.get(mutation + "." + argument))
                    && inputs.getOrDefault(type, Set.of()).contains(field);
        }

        private Optional<String> fields(String asked, String wanted) {
            return Optional.ofNullable(types.getOrDefault(query, Map.of()).get(asked))
                    .flatMap(type -> KnownFields.of(wanted, type, types));
        }
    }
}
