package org.labreel.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.labreel.model.StreamWish;

/**
 * A stream that is asked for, as it is being written.
 *
 * @param size
 *            "1280x720", empty for as it comes
 * @param rate
 *            frames a second
 * @param bitrate
 *            kilobits a second
 * @param near
 *            mm
 * @param far
 *            mm
 */
record StreamDraft(UUID id, StreamWish.Type type, StreamWish.Encoder encoder, String size, String rate, String bitrate,
        String near, String far, String alignTo, boolean required) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})\\s*[x×*]\\s*(\\d{1,5})");
    private static final int KILO = 1000;

    /** What is offered first. */
    static StreamDraft fresh() {
        return new StreamDraft(UUID.randomUUID(), StreamWish.Type.COLOR, StreamWish.Encoder.CLASSIC, "", "", "", "", "",
                "", true);
    }

    static StreamDraft of(StreamWish wish) {
        String size = wish.width() == 0 && wish.height() == 0 ? "" : wish.width() + "x" + wish.height();
        String kilobits = wish.bitrate() % KILO == 0
                ? Amount.ofWhole(wish.bitrate() / KILO)
                : String.valueOf(wish.bitrate() / (double) KILO);
        return new StreamDraft(wish.id(), wish.type(), wish.encoder(), size, Amount.ofWhole(wish.frameRate()), kilobits,
                Amount.ofWhole(wish.nearCut()), Amount.ofWhole(wish.farCut()), wish.alignTo(), wish.required());
    }

    /** The wish, or nothing when something in it cannot be understood; {@link #problem} says what. */
    Optional<StreamWish> wish() {
        Matcher sides = SIZE.matcher(size.strip());
        boolean sized = sides.matches();
        if (problem().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new StreamWish(id, type, encoder, sized ? Integer.parseInt(sides.group(1)) : 0,
                sized ? Integer.parseInt(sides.group(2)) : 0, Amount.whole(rate).orElse(0), bits().orElse(0),
                Amount.whole(near).orElse(0), Amount.whole(far).orElse(0), alignTo.strip(), required));
    }

    private OptionalInt bits() {
        if (bitrate.isBlank()) {
            return OptionalInt.of(0);
        }
        if (!bitrate.strip().matches("\\d{1,6}([.]\\d{1,3})?")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.round(Double.parseDouble(bitrate.strip()) * KILO));
    }

    /** What is wrong with it, for the operator. */
    Optional<String> problem() {
        if (!size.isBlank() && !SIZE.matcher(size.strip()).matches()) {
            return Optional.of("Write the size as 1280x720, or leave it empty.");
        }
        if (List.of(rate, near, far).stream().anyMatch(text -> Amount.whole(text).isEmpty()) || bits().isEmpty()) {
            return Optional.of("Rate, bit rate and cuts are numbers of 0 or more, or empty.");
        }
        int from = Amount.whole(near).orElse(0);
        int to = Amount.whole(far).orElse(0);
        return to > 0 && from >= to
                ? Optional.of("The near cut must be nearer than the far cut.")
                : Optional.empty();
    }

    StreamDraft withType(StreamWish.Type next) {
        return new StreamDraft(id, next, encoder, size, rate, bitrate, near, far, alignTo, required);
    }

    StreamDraft withEncoder(StreamWish.Encoder next) {
        return new StreamDraft(id, type, next, size, rate, bitrate, near, far, alignTo, required);
    }

    StreamDraft withSize(String next) {
        return new StreamDraft(id, type, encoder, next, rate, bitrate, near, far, alignTo, required);
    }

    StreamDraft withRate(String next) {
        return new StreamDraft(id, type, encoder, size, next, bitrate, near, far, alignTo, required);
    }

    StreamDraft withBitrate(String next) {
        return new StreamDraft(id, type, encoder, size, rate, next, near, far, alignTo, required);
    }

    StreamDraft withNear(String next) {
        return new StreamDraft(id, type, encoder, size, rate, bitrate, next, far, alignTo, required);
    }

    StreamDraft withFar(String next) {
        return new StreamDraft(id, type, encoder, size, rate, bitrate, near, next, alignTo, required);
    }

    StreamDraft withAlignTo(String next) {
        return new StreamDraft(id, type, encoder, size, rate, bitrate, near, far, next, required);
    }

    StreamDraft withRequired(boolean next) {
        return new StreamDraft(id, type, encoder, size, rate, bitrate, near, far, alignTo, next);
    }
}
