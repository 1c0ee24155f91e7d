package org.labreel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A device server answered a call with an error. */
public final class RpcException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient JsonNode error;

    /**
     * @param error
     *            code, message and perhaps data, as the server sent it
     */
    RpcException(JsonNode error) {
        super(error.path("message").asText("an error without a message"));
        this.error = error;
    }

    public JsonNode error() {
        return error;
    }
}
