package org.labreel.ui.live;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.labreel.model.Loss;
import org.labreel.ui.kit.Units;

/**
 * A loss in words.
 *
 * @param head
 *            when, what, how long, how much
 * @param detail
 *            what happened
 */
record LossText(String head, String detail) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    static LossText of(Loss loss, ZoneId zone) {
        Duration length = Duration.between(loss.start(), loss.end());
        String cause = loss.cause().words();
        return new LossText(TIME.format(loss.start().atZone(zone)) + "  "
                + cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1)
                + (length.isZero() ? "" : ", " + Units.span(length)) + " · " + count(loss.count()), sentence(loss));
    }

    private static String count(long count) {
        if (count == 0) {
            return "how much is not known";
        }
        return Units.count(count) + (count == 1 ? " message lost" : " messages lost");
    }

    static String sentence(Loss loss) {
        String text = loss.detail();
        if (text.isEmpty()) {
            return text;
        }
        String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
