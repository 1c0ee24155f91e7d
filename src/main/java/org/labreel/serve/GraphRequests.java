package org.labreel.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import org.labreel.serve.graph.SessionGraph;

/** Requests and answers as JSON text. What comes is not trusted: its nesting is bounded before it is read. */
final class GraphRequests {
    private static final int MAX_NESTING = 50;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static {
        JSON.getFactory().setStreamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).maxNumberLength(100).build());
    }

    private GraphRequests() {
    }

    /**
     * @throws IllegalArgumentException
     *             with what is wrong
     */
    static SessionGraph.Request read(byte[] body) {
        return read(tree(body));
    }

    static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // A JSON object is a map by name.
    static SessionGraph.Request read(JsonNode in) {
        if (!in.path("query").isTextual()) {
            throw new IllegalArgumentException("a request is {\"query\": \"...\", \"variables\": {...}}");
        }
        JsonNode variables = in.path("variables");
        if (!variables.isObject() && !variables.isMissingNode() && !variables.isNull()) {
            throw new IllegalArgumentException("variables are an object");
        }
        Map<String, Object> named = variables.isObject() ? JSON.convertValue(variables, Map.class) : Map.of();
        return new SessionGraph.Request(in.get("query").textValue(), named,
                in.path("operationName").isTextual() ? in.get("operationName").textValue() : null);
    }

    static String write(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are plain values", e);
        }
    }
}
