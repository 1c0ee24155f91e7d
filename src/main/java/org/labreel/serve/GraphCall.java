package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.labreel.session.Refusal;

/** Sends GraphQL requests to an endpoint and gives its data, or a refusal in its words. */
final class GraphCall implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 130;
    private static final int CONNECT_MILLIS = 5000;

    private final HttpClient client;
    private final URI endpoint;
    private final Optional<String> secret;

    GraphCall(Vertx vertx, URI endpoint, Optional<String> secret) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setDecompressionSupported(false)
                .setConnectTimeout(CONNECT_MILLIS).setMaxHeaderSize(16 << 10)
                .setSsl("https".equals(endpoint.getScheme())));
        this.endpoint = endpoint;
        this.secret = secret;
    }

    /** The data of the answer; fails with a {@link Refusal}. */
    CompletableFuture<JsonNode> ask(String query, Map<String, ?> variables) {
        return ask(query, variables, TIMEOUT_SECONDS);
    }

    /** The same, of an endpoint that may be none. */
    CompletableFuture<JsonNode> ask(String query, Map<String, ?> variables, int timeoutSeconds) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setHost(endpoint.getHost())
                .setPort(port(endpoint)).setURI(endpoint.getRawPath()).putHeader("content-type", "application/json");
        secret.ifPresent(text -> options.putHeader(Secret.HEADER, text));
        String body = GraphRequests.write(Map.of("query", query, "variables", variables));
        // The body must be asked for where the answer comes in: a step later it may have passed unheard.
        return client.request(options).compose(request -> request.send(body).compose(HttpClientResponse::body))
                .timeout(timeoutSeconds, TimeUnit.SECONDS).recover(GraphCall::unreachable)
                .compose(GraphCall::data).toCompletionStage().toCompletableFuture();
    }

    static int port(URI endpoint) {
        return endpoint.getPort() != -1 ? endpoint.getPort() : "https".equals(endpoint.getScheme()) ? 443 : 80;
    }

    private static Future<Buffer> unreachable(Throwable cause) {
        return Future.failedFuture(new Refusal(Refusal.Kind.FAILED,
                "The endpoint cannot be reached (" + cause.getMessage() + ").", cause));
    }

    private static Future<JsonNode> data(Buffer body) {
        try {
            JsonNode answer = GraphRequests.tree(body.getBytes());
            JsonNode error = answer.path("errors").path(0);
            if (error.isObject()) {
                return Future.failedFuture(new Refusal(kind(error.path("extensions").path("code").asText()),
                        error.path("message").asText()));
            }
            return answer.has("data")
                    ? Future.succeededFuture(answer.get("data"))
                    : Future.failedFuture(new Refusal(Refusal.Kind.FAILED, "The endpoint speaks no GraphQL."));
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(new Refusal(Refusal.Kind.FAILED, "The endpoint speaks no GraphQL.", e));
        }
    }

    private static Refusal.Kind kind(String code) {
        for (Refusal.Kind kind : Refusal.Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        return Refusal.Kind.FAILED;
    }

    @Override
    public void close() {
        client.close();
    }
}
