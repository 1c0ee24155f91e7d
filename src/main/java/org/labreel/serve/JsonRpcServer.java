package org.labreel.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** JSON-RPC 2.0 over HTTP on loopback: {@code POST /rpc}, and {@code GET /rpc/map} for the list of methods. */
final class JsonRpcServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int UNKNOWN_METHOD = -32601;
    private static final int METHOD_FAILED = -32000;

    private final Map<String, Function<RpcParams, JsonNode>> methods;
    private final HttpServer server;

    private JsonRpcServer(Vertx vertx, int port, Set<String> origins,
            Map<String, Function<RpcParams, JsonNode>> methods) {
        this.methods = Map.copyOf(methods);
        this.server = vertx.createHttpServer(ServerLimits.options()).requestHandler(request -> {
            if (ServerLimits.admits(origins, request.getHeader("origin"))) {
                route(request);
            } else {
                request.response().setStatusCode(403).end("This page may not call the device.\n");
            }
        });
        Waiting.forIt(server.listen(port, ServerLimits.LOOPBACK), "The RPC on port " + port);
    }

    /**
     * @param methods
     *            by name; an IllegalArgumentException becomes the error that the caller gets
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    static JsonRpcServer start(Vertx vertx, int port, Set<String> origins,
            Map<String, Function<RpcParams, JsonNode>> methods) {
        return new JsonRpcServer(vertx, port, origins, methods);
    }

    int port() {
        return server.actualPort();
    }

    private void route(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.POST) && "/rpc".equals(request.path())) {
            readBody(request);
        } else if (request.method().equals(HttpMethod.GET) && "/rpc/map".equals(request.path())) {
            answer(request, map());
        } else {
            request.response().setStatusCode(404).end("POST /rpc or GET /rpc/map\n");
        }
    }

    private void readBody(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= ServerLimits.MAX_REQUEST_BYTES) {
                body.appendBuffer(chunk);
            } else if (!request.response().ended()) {
                request.response().setStatusCode(413).putHeader("connection", "close");
                answer(request, error(JSON.nullNode(), INVALID_REQUEST,
                        "a request has at most " + ServerLimits.MAX_REQUEST_BYTES + " bytes"));
            }
        });
        request.endHandler(_ -> {
            if (!request.response().ended()) {
                answer(request, reply(body.getBytes()));
            }
        });
    }

    private ObjectNode reply(byte[] body) {
        JsonNode call;
        try {
            call = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return error(JSON.nullNode(), PARSE_ERROR, "no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return error(JSON.nullNode(), PARSE_ERROR, "no JSON: " + e.getMessage());
        }
        if (!call.path("method").isTextual()) {
            return error(call.path("id"), INVALID_REQUEST, "a call is an object with a method");
        }
        return call(call.path("id"), call.path("method").textValue(), new RpcParams(call.path("params")));
    }

    private ObjectNode call(JsonNode id, String name, RpcParams params) {
        Function<RpcParams, JsonNode> method = methods.get(name);
        if (method == null) {
            return error(id, UNKNOWN_METHOD, "Method not found");
        }
        try {
            ObjectNode answer = envelope(id);
            answer.set("result", method.apply(params));
            return answer;
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            ObjectNode answer = error(id, METHOD_FAILED, "Server error");
            ObjectNode data = ((ObjectNode) answer.get("error")).putObject("data");
            data.put("type", "ValueError").put("message", message).putArray("args").add(message);
            return answer;
        }
    }

    private static ObjectNode envelope(JsonNode id) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id.isValueNode() ? id : JSON.nullNode());
        return answer;
    }

    private static ObjectNode error(JsonNode id, int code, String message) {
        ObjectNode answer = envelope(id);
        answer.putObject("error").put("code", code).put("message", message);
        return answer;
    }

    private ObjectNode map() {
        ObjectNode map = JSON.createObjectNode().put("transport", "POST").put("envelope", "JSON-RPC-2.0");
        ObjectNode services = map.putObject("services");
        methods.keySet().stream().sorted().forEach(services::putObject);
        return map;
    }

    private static void answer(HttpServerRequest request, JsonNode json) {
        request.response().putHeader("content-type", "application/json").end(json.toString());
    }

    @Override
    public void close() {
        Waiting.forIt(server.close(), "Closing the RPC");
    }
}
