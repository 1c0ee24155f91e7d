package org.labreel.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.labreel.model.Segment;

/** Adds to the JSON of a log what its session knows: "losses", empty when none are known, and "accounting". */
final class AccountsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountsJson() {
    }

    /**
     * @param summary
     *            one JSON object
     * @param accounts
     *            absent: no losses are listed and "accounting" is null
     */
    static String addTo(String summary, Optional<Accounts> accounts) {
        try {
            ObjectNode out = JSON.readValue(summary, ObjectNode.class);
            ArrayNode losses = out.putArray("losses");
            accounts.ifPresent(known -> known.losses().forEach(loss -> losses.addObject()
                    .put("cause", loss.cause().name()).put("start", loss.start().toString())
                    .put("end", loss.end().toString()).put("count", loss.count()).put("detail", loss.detail())));
            accounts.ifPresentOrElse(known -> segment(known.segment(), out.putObject("accounting")),
                    () -> out.putNull("accounting"));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private static void segment(Segment segment, ObjectNode out) {
        out.put("received", segment.received()).put("written", segment.written()).put("repeated", segment.repeated())
                .put("lost", segment.lost()).put("headRecords", segment.headRecords())
                .put("preRollRecords", segment.preRollRecords()).put("complete", segment.end().isPresent());
    }
}
