package org.labreel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.ui.kit.KnownSources;

/** The sources in the settings file: "shown", addresses, and "known", objects with an address and perhaps lastSeen. */
final class KnownSourcesJson {
    private static final int MOST = 100;

    private KnownSourcesJson() {
    }

    static KnownSources read(JsonNode json) {
        List<String> shown = new ArrayList<>();
        for (JsonNode each : json.path("shown")) {
            if (text(each) && shown.size() < MOST && !shown.contains(each.asText())) {
                shown.add(each.asText());
            }
        }
        List<KnownSources.Known> known = new ArrayList<>();
        for (JsonNode each : json.path("known")) {
            if (text(each.path("address")) && known.size() < MOST) {
                known.add(new KnownSources.Known(each.path("address").asText(), instant(each.path("lastSeen"))));
            }
        }
        return new KnownSources(shown, known);
    }

    private static boolean text(JsonNode json) {
        return json.isTextual() && !json.asText().isBlank();
    }

    private static Optional<Instant> instant(JsonNode json) {
        try {
            return json.isTextual() ? Optional.of(Instant.parse(json.asText())) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static void write(KnownSources sources, ObjectNode into) {
        ArrayNode shown = into.putArray("shown");
        sources.shown().forEach(shown::add);
        ArrayNode known = into.putArray("known");
        for (KnownSources.Known each : sources.known()) {
            ObjectNode one = known.addObject().put("address", each.address());
            each.lastSeen().ifPresent(at -> one.put("lastSeen", at.toString()));
        }
    }
}
