package org.labreel.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.labreel.export.Overlays.ElectrodePart;

/**
 * The choices of a clip as JSON, every one of them by name. A choice that is missing is not made up: that is refused.
 */
final class SettingsJson {
    private SettingsJson() {
    }

    static ObjectNode write(ClipSettings settings) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("preset", word(settings.preset())).put("encoder", word(settings.encoder()))
                .put("threads", settings.threads()).put("maxBytes", settings.maxBytes())
                .put("chapters", settings.chapters()).put("damagedFrames", word(settings.damaged()));
        Timing timing = settings.timing();
        out.putObject("timing").put("speed", timing.speed()).put("constantFps", timing.constantFps())
                .put("gaps", word(timing.gaps().policy())).put("gapsLongerThan", timing.gaps().longerThan().toString())
                .put("gapsShortenedTo", timing.gaps().to().toString());
        write(settings.framing(), out.putObject("framing"));
        write(settings.overlays(), out.putObject("overlays"));
        return out;
    }

    private static void write(Framing framing, ObjectNode out) {
        framing.crop().ifPresent(crop -> out.putObject("crop").put("x", crop.x()).put("y", crop.y())
                .put("width", crop.width()).put("height", crop.height()));
        out.put("rotation", framing.rotation().degrees());
        framing.fit().ifPresent(box -> out.putObject("fit").put("width", box.width()).put("height", box.height()));
    }

    private static void write(Overlays overlays, ObjectNode out) {
        words(overlays.shown(), out.putArray("shown"));
        words(overlays.electrodes(), out.putArray("electrodes"));
        out.put("clock", word(overlays.clock())).put("zone", overlays.zone().getId())
                .put("caption", overlays.caption()).put("millimetresPerUnit", overlays.millimetresPerUnit())
                .put("markersFor", overlays.markersFor().toString()).put("textPx", overlays.textPx())
                .put("font", overlays.font());
    }

    private static void words(Collection<? extends Enum<?>> values, ArrayNode out) {
        values.stream().map(SettingsJson::word).sorted().forEach(out::add);
    }

    /**
     * @throws IllegalArgumentException
     *             with what is missing or cannot be
     */
    static ClipSettings read(JsonNode in) {
        JsonNode timing = in.path("timing");
        return new ClipSettings(choice(Preset.class, in, "preset"), choice(EncoderKind.class, in, "encoder"),
                new Timing(number(timing, "speed"), number(timing, "constantFps"),
                        new Gaps(choice(Gaps.Policy.class, timing, "gaps"), duration(timing, "gapsLongerThan"),
                                duration(timing, "gapsShortenedTo"))),
                framing(in.path("framing")), overlays(in.path("overlays")),
                choice(DamagedFrames.class, in, "damagedFrames"), (long) number(in, "maxBytes"),
                field(in, "chapters").asBoolean(), (int) number(in, "threads"));
    }

    private static Framing framing(JsonNode in) {
        Optional<Crop> crop = Optional.ofNullable(in.get("crop")).map(c -> new Crop((int) number(c, "x"),
                (int) number(c, "y"), (int) number(c, "width"), (int) number(c, "height")));
        Optional<Box> fit = Optional.ofNullable(in.get("fit"))
                .map(b -> new Box((int) number(b, "width"), (int) number(b, "height")));
        int degrees = (int) number(in, "rotation");
        for (Rotation rotation : Rotation.values()) {
            if (rotation.degrees() == degrees) {
                return new Framing(crop, rotation, fit);
            }
        }
        throw new IllegalArgumentException("a rotation of " + degrees + " degrees");
    }

    private static Overlays overlays(JsonNode in) {
        Set<Overlay> shown = EnumSet.noneOf(Overlay.class);
        texts(in, "shown").forEach(text -> shown.add(choice(Overlay.class, "shown", text)));
        Set<ElectrodePart> parts = EnumSet.noneOf(ElectrodePart.class);
        texts(in, "electrodes").forEach(text -> parts.add(choice(ElectrodePart.class, "electrodes", text)));
        return new Overlays(shown, parts, choice(Overlays.Clock.class, in, "clock"),
                ZoneId.of(field(in, "zone").asText()), field(in, "caption").asText(),
                number(in, "millimetresPerUnit"), duration(in, "markersFor"), (int) number(in, "textPx"),
                in.path("font").asText(""));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E choice(Class<E> type, JsonNode in, String name) {
        return choice(type, name, field(in, name).asText());
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name, String text) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all).filter(each -> word(each).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is \"" + text + "\", which is none of "
                        + Arrays.stream(all).map(SettingsJson::word).collect(Collectors.joining(", "))));
    }

    private static List<String> texts(JsonNode in, String name) {
        List<String> out = new ArrayList<>();
        field(in, name).forEach(each -> out.add(each.asText()));
        return out;
    }

    private static Duration duration(JsonNode in, String name) {
        return Duration.parse(field(in, name).asText());
    }

    private static double number(JsonNode in, String name) {
        JsonNode value = field(in, name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is no number");
        }
        return value.asDouble();
    }

    private static JsonNode field(JsonNode in, String name) {
        JsonNode value = in.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
