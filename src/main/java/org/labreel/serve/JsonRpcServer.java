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
import io.vertx.core.Future;
import java.util.Optional;
import org.labreel.feed.RpcException;

/** JSON-RPC 2.0 over HTTP: {@code POST /rpc}, and {@code GET /rpc/map} for the list of methods. */
final class JsonRpcServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int UNKNOWN_METHOD = -32601;
    private static final int METHOD_FAILED = -32000;

    private final RpcMethods methods;
    private final HttpServer server;

    private JsonRpcServer(Vertx vertx, Access access, int port, RpcMethods methods) {
        this.methods = methods;
        ConnectionGate gate = new ConnectionGate(vertx);
        this.server = gate.watch(vertx.createHttpServer(ServerLimits.options())).requestHandler(request -> {
            if (!gate.asked(request)) {
                return;
            }
            if (preflight(access, request)) {
                request.response().setStatusCode(204).end();
            } else if (access.admits(request.headers(), request.query())) {
                route(request);
            } else {
                request.response().setStatusCode(403).end("Whoever asks this may not call the device.\n");
            }
        });
        Waiting.forIt(server.listen(port, access.bind()), "The RPC on port " + port);
    }

    /**
     * @throws java.io.UncheckedIOException
     *             when the port cannot be opened
     */
    static JsonRpcServer start(Vertx vertx, Access access, int port, RpcMethods methods) {
        return new JsonRpcServer(vertx, access, port, methods);
    }

    /** A page that is listed is told so, as browsers want it; true when it asked for no more than that. */
    private static boolean preflight(Access access, HttpServerRequest request) {
        String origin = request.getHeader("origin");
        if (origin == null || !access.origins().contains(origin)) {
            return false;
        }
        request.response().putHeader("access-control-allow-origin", origin).putHeader("vary", "origin")
                .putHeader("access-control-allow-headers", "content-type, " + Secret.HEADER)
                .putHeader("access-control-allow-methods", "POST, GET");
        return request.method().equals(HttpMethod.OPTIONS);
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
                reply(body.getBytes()).onSuccess(reply -> answer(request, reply));
            }
        });
    }

    /** Never fails: what went wrong is in the reply. */
    private Future<ObjectNode> reply(byte[] body) {
        JsonNode call;
        try {
            call = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return now(error(JSON.nullNode(), PARSE_ERROR, "no JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            return now(error(JSON.nullNode(), PARSE_ERROR, "no JSON: " + e.getMessage()));
        }
        if (!call.path("method").isTextual()) {
            return now(error(call.path("id"), INVALID_REQUEST, "a call is an object with a method"));
        }
        return call(call.path("id"), call.path("method").textValue(), call.path("params"));
    }

    private static Future<ObjectNode> now(ObjectNode reply) {
        return Future.succeededFuture(reply);
    }

    private Future<ObjectNode> call(JsonNode id, String name, JsonNode params) {
        Optional<Future<JsonNode>> result = methods.call(name, params);
        return result.isEmpty()
                ? now(error(id, UNKNOWN_METHOD, "Method not found"))
                : result.get().map(value -> {
                    ObjectNode answer = envelope(id);
                    answer.set("result", value);
                    return answer;
                }).otherwise(why -> failure(id, why));
    }

    private static ObjectNode failure(JsonNode id, Throwable why) {
        if (why instanceof RpcException told) {
            ObjectNode answer = envelope(id);
            answer.set("error", told.error());
            return answer;
        }
        String message = String.valueOf(why.getMessage());
        ObjectNode answer = error(id, METHOD_FAILED, "Server error");
        ObjectNode data = ((ObjectNode) answer.get("error")).putObject("data");
        data.put("type", why instanceof IllegalArgumentException ? "ValueError" : "OSError").put("message", message)
                .putArray("args").add(message);
        return answer;
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
        methods.names().stream().sorted().forEach(services::putObject);
        return map;
    }

    private static void answer(HttpServerRequest request, JsonNode json) {
        if (!request.response().closed() && !request.response().ended()) {
            request.response().putHeader("content-type", "application/json").end(json.toString());
        }
    }

    @Override
    public void close() {
        Waiting.forIt(server.close(), "Closing the RPC");
    }
}
