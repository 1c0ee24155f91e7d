package org.labreel.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Fields of a JSON object; one that is missing takes its plainest value. */
final class JsonField {
    private JsonField() {
    }

    /** The field {@code id}, a new one when there is none. */
    static UUID uuid(JsonNode in) {
        return uuid(in, "id");
    }

    static UUID uuid(JsonNode in, String field) {
        return in.has(field) ? UUID.fromString(in.get(field).asText()) : UUID.randomUUID();
    }

    static Instant time(JsonNode in, String field) {
        return maybeTime(in, field).orElse(Instant.EPOCH);
    }

    static Optional<Instant> maybeTime(JsonNode in, String field) {
        return in.hasNonNull(field) ? Optional.of(Instant.parse(in.get(field).asText())) : Optional.empty();
    }

    static <T> List<T> list(JsonNode in, Function<JsonNode, T> read) {
        List<T> out = new ArrayList<>();
        in.forEach(each -> out.add(read.apply(each)));
        return out;
    }

    /** The one of these that is spelled like the field; the first when none is. */
    static <T> T word(JsonNode in, String field, T[] all, Function<T, String> spelled) {
        for (T each : all) {
            if (spelled.apply(each).equals(in.path(field).asText())) {
                return each;
            }
        }
        return all[0];
    }
}
