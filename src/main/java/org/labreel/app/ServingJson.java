package org.labreel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.labreel.picture.PixelFormat;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingChoices;

/**
 * What is served, in the settings file: keys bind, secret and allowed, and one object a service with open, port and its
 * choices.
 */
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
            serving = serving.withDoor(each, new Door(door.path("open").asBoolean(usual.open()),
                    door.path("port").asInt(usual.port()), choices(door, usual.choices())));
        }
        return serving;
    }

    private static ServingChoices choices(JsonNode json, ServingChoices usual) {
        return new ServingChoices(json.path("source").asText(usual.source()),
                json.path("others").asBoolean(usual.others()),
                json.path("discoverable").asBoolean(usual.discoverable()),
                PixelFormat.of(json.path("format").asText("")).orElse(usual.format()),
                json.path("imagesBuffered").asInt(usual.imagesBuffered()),
                json.path("timeoutSeconds").asInt(usual.timeoutSeconds()));
    }

    private static void write(Service service, ServingChoices choices, ObjectNode into) {
        if (service.ofOneSource()) {
            into.put("source", choices.source());
        }
        if (service.withoutSecret()) {
            into.put("others", choices.others());
        }
        if (service == Service.PI_CAMERA) {
            into.put("discoverable", choices.discoverable());
        }
        if (service == Service.CPL) {
            into.put("format", choices.format().word()).put("imagesBuffered", choices.imagesBuffered())
                    .put("timeoutSeconds", choices.timeoutSeconds());
        }
    }

    static void write(Serving serving, ObjectNode into) {
        into.put("bind", serving.bind()).put("secret", serving.secret()).put("allowed", serving.allowed());
        for (Service each : Service.values()) {
            Door door = serving.door(each);
            ObjectNode json = into.putObject(each.key()).put("open", door.open()).put("port", door.port());
            write(each, door.choices(), json);
        }
    }
}
