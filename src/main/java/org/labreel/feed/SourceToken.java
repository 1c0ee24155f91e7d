package org.labreel.feed;

import io.vertx.core.http.RequestOptions;

/**
 * What a relay asks of its callers. It goes into a header and never into a line that is shown or logged.
 *
 * @param secret
 *            as it was typed
 */
public record SourceToken(String secret) {
    public static final String HEADER = "x-hasura-admin-secret";

    void onto(RequestOptions call) {
        call.putHeader(HEADER, secret);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "…";
    }
}
