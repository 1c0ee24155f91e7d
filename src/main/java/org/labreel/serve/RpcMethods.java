package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What can be called by JSON-RPC. */
interface RpcMethods {
    /** For the list of methods. */
    Set<String> names();

    /**
     * The result of a call; empty when there is no such method. An IllegalArgumentException, and an
     * {@link org.labreel.feed.RpcException}, become the error that the caller gets.
     */
    Optional<Future<JsonNode>> call(String method, JsonNode params);

    /** Methods that answer at once. */
    static RpcMethods of(Map<String, Function<RpcParams, JsonNode>> methods) {
        return new RpcMethods() {
            @Override
            public Set<String> names() {
                return methods.keySet();
            }

            @Override
            public Optional<Future<JsonNode>> call(String method, JsonNode params) {
                return Optional.ofNullable(methods.get(method)).map(found -> {
                    try {
                        return Future.succeededFuture(found.apply(new RpcParams(params)));
                    } catch (IllegalArgumentException e) {
                        return Future.failedFuture(e);
                    }
                });
            }
        };
    }
}
