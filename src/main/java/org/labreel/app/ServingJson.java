package org.labreel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;

/** What is served, in the settings file: keys bind and secret, and one object a service with open and port. */
final class ServingJson {
    private ServingJson() {
    }

    static Serving read(JsonNode json, Serving defaults) {
        Serving serving = new Serving(json.path("bind").asText(defaults.bind()),
                json.path("secret").asText(defaults.secret()), json.path("allowed").asText(defaults.allowed()),
                defaults.doors());
        for (Service each : Service.values()) {
            Door usual = defaults.door(each);
            JsonNode door = json.path(each.key());
            serving = serving.withDoor(each,
                    new Door(door.path("open").asBoolean(usual.open()), door.path("port").asInt(usual.port())));
        }
        return serving;
    }

    static void write(Serving serving, ObjectNode into) {
        into.put("bind", serving.bind()).put("secret", serving.secret()).put("allowed", serving.allowed());
        for (Service each : Service.values()) {
            Door door = serving.door(each);
            into.putObject(each.key()).put("open", door.open()).put("port", door.port());
        }
    }
}
