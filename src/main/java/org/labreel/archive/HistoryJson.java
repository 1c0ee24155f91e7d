package org.labreel.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.labreel.model.JournalEntry;
import org.labreel.model.Session;
import org.labreel.model.Span;

/** What became of a session, as it stands in {@code session.json}: keys spans, journal. */
final class HistoryJson {
    private HistoryJson() {
    }

    static void write(Session session, ObjectNode out) {
        ArrayNode spans = out.putArray("spans");
        session.spans().forEach(span -> write(span, spans.addObject()));
        ArrayNode journal = out.putArray("journal");
        session.journal()
                .forEach(entry -> journal.addObject().put("at", entry.at().toString()).put("text", entry.text()));
    }

    private static void write(Span span, ObjectNode out) {
        out.put("requested", span.requested().toString()).put("cause", span.cause().word());
        span.ended().ifPresent(at -> out.put("ended", at.toString()));
        out.put("ending", span.ending());
        ArrayNode parts = out.putArray("cameras");
        for (Span.Part part : span.parts()) {
            ObjectNode one = parts.addObject().put("camera", part.camera().toString());
            part.started().ifPresent(at -> one.put("started", at.toString()));
            one.put("problem", part.problem());
        }
    }

    static Span span(JsonNode in) {
        return new Span(JsonField.time(in, "requested"),
                JsonField.word(in, "cause", Span.Cause.values(), Span.Cause::word), JsonField.maybeTime(in, "ended"),
                in.path("ending").asText(), JsonField.list(in.path("cameras"), HistoryJson::part));
    }

    private static Span.Part part(JsonNode in) {
        return new Span.Part(UUID.fromString(in.path("camera").asText()), JsonField.maybeTime(in, "started"),
                in.path("problem").asText());
    }

    static JournalEntry entry(JsonNode in) {
        return new JournalEntry(JsonField.time(in, "at"), in.path("text").asText());
    }
}
