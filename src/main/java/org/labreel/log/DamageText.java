package org.labreel.log;

import com.google.errorprone.annotations.FormatMethod;
import java.util.Locale;

/** Says in the operator's words what is wrong at a place of a log. */
final class DamageText {
    private DamageText() {
    }

    static Damage tornTail(long from, long end, long length) {
        return new Damage(from, end - from, Damage.Kind.TORN_TAIL,
                text("The last record breaks off after %,d of its %,d bytes; every record before it is kept.",
                        end - from - Integer.BYTES, length));
    }

    static Damage unreadableTail(long from, long end, long length) {
        boolean claims = Framing.possible(length);
        return new Damage(from, end - from, claims || length < 0 ? Damage.Kind.TORN_TAIL : Damage.Kind.BAD_LENGTH,
                text("The last %,d bytes are no whole record; every record before them is kept.", end - from));
    }

    static Damage zeroedTail(long from, long end) {
        return new Damage(from, end - from, Damage.Kind.ZEROED,
                text("The last %,d bytes are zeros, as a power cut leaves them; every record before them is kept.",
                        end - from));
    }

    static Damage skipped(long from, long next, long length, boolean zeroed) {
        if (zeroed) {
            return new Damage(from, next - from, Damage.Kind.ZEROED,
                    text("%,d bytes are overwritten with zeros; reading goes on behind them.", next - from));
        }
        String why = length == 0
                ? "A record claims to be empty"
                : length < 0 || length > Framing.MAX_BODY
                        ? text("A record claims an impossible length of %,d bytes", length)
                        : text("A record claims a length of %,d bytes that does not lead to another record", length);
        return new Damage(from, next - from, Damage.Kind.BAD_LENGTH,
                text("%s; %,d bytes are passed over, reading goes on behind them.", why, next - from));
    }

    static Damage badBody(long from, int length, int record) {
        return new Damage(from, Integer.BYTES + (long) length, Damage.Kind.BAD_BODY,
                text("Record %,d (%,d bytes) is no event that can be read; the records around it are kept.", record,
                        length));
    }

    @FormatMethod
    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
