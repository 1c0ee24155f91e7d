package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client says on the websocket of the sessions, right and wrong. */
class GraphSocketTest extends OnServedDemo {
    @Test
    void requestsThatAreNoneTakeNoPlaceOfSubscriptions() throws Exception {
        try (GraphTalk talk = new GraphTalk(served.server().endpoint(), "")) {
            talk.say(Map.of("type", "connection_init"));
            until(talk, "connection_ack");
            for (int i = 0; i < 60; i++) {
                talk.say(Map.of("type", "start", "id", String.valueOf(i), "payload", Map.of("query", i)));
                until(talk, "connection_error");
            }
            talk.subscribe("s", "recordingSessions { id }");
            assertThat(until(talk, "\"s\"")).contains("\"data\"").doesNotContain("error");
        }
    }

    private static String until(GraphTalk talk, String wanted) throws Exception {
        return talk.until(message -> message.toString().contains(wanted)).toString();
    }
}
