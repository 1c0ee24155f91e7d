package org.labreel.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a device server by JSON-RPC 2.0. The answer is not trusted: its size, nesting and time are bounded. */
public final class DeviceRpc implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A board definition has a few kilobytes. */
    private static final int MAX_ANSWER_BYTES = 4 << 20;

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;
    private final Optional<SourceToken> token;

    public DeviceRpc(Vertx vertx, URI address, Duration timeout) {
        this(vertx, address, timeout, Optional.empty());
    }

    /**
     * @param token
     *            what callers must show
     */
    public DeviceRpc(Vertx vertx, URI address, Duration timeout, Optional<SourceToken> token) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setDecompressionSupported(false)
                .setConnectTimeout((int) timeout.toMillis()).setMaxHeaderSize(16 << 10));
        this.address = address;
        this.timeout = timeout;
        this.token = token;
    }

    /** The result, or a failure that says why there is none. */
    Future<JsonNode> call(String method) {
        return call(method, JSON.createArrayNode());
    }

    /**
     * The result, or a failure that says why there is none: an {@link RpcException} when the server said so.
     *
     * @param params
     *            by position or by name
     */
    public Future<JsonNode> call(String method, JsonNode params) {
        ObjectNode call = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        call.set("params", params.isContainerNode() ? params : JSON.createArrayNode());
        String body = call.toString();
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setHost(address.getHost())
                .setPort(address.getPort()).setURI(address.getRawPath())
                .putHeader("content-type", "application/json");
        token.ifPresent(each -> each.onto(options));
        return request(options).compose(request -> answer(request, body)).compose(DeviceRpc::result)
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that does not come whole in time, however busily it drips, gives its connection back. */
    private Future<Buffer> answer(HttpClientRequest request, String body) {
        return request.send(body).compose(DeviceRpc::body).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(_ -> request.reset());
    }

    /** A client that was closed meanwhile throws; whoever asks is told as of any other failure. */
    private Future<HttpClientRequest> request(RequestOptions options) {
        try {
            return client.request(options);
        } catch (IllegalStateException e) {
            return Future.failedFuture(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            response.exceptionHandler(_ -> {
                // It is broken off, since nothing more of it is wanted.
            });
            return Future.failedFuture("HTTP status " + response.statusCode());
        }
        Promise<Buffer> body = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(chunk -> {
            if (read.length() + chunk.length() > MAX_ANSWER_BYTES) {
                body.tryFail("the answer is longer than " + Words.bytes(MAX_ANSWER_BYTES));
                response.request().reset();
            } else {
                read.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(body::tryFail);
        response.endHandler(_ -> body.tryComplete(read));
        return body.future();
    }

    private static Future<JsonNode> result(Buffer body) {
        try {
            JsonNode answer = JSON.readTree(body.getBytes());
            if (answer.hasNonNull("error")) {
                return Future.failedFuture(new RpcException(answer.get("error")));
            }
            return answer.has("result")
                    ? Future.succeededFuture(answer.get("result"))
                    : Future.failedFuture("the answer has no result");
        } catch (JsonProcessingException e) {
            return Future.failedFuture(new IOException("the answer is no JSON: " + e.getOriginalMessage(), e));
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }
}
