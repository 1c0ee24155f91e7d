package org.labreel.log;

import java.util.Locale;

/** Says in the operator's words what is wrong at a place of a log. */
final class DamageText {
    private DamageText() {
    }

    static Damage tornTail(long from, long end, long length) {
        return new Damage(from, end - from, Damage.Kind.TORN_TAIL, "The last record breaks off after "
                + n(end - from - Integer.BYTES) + " of its " + n(length) + " bytes; every record before it is kept.");
    }

    static Damage unreadableTail(long from, long end, long length) {
        boolean claims = Framing.possible(length) || length < 0;
        return new Damage(from, end - from, claims ? Damage.Kind.TORN_TAIL : Damage.Kind.BAD_LENGTH, "The last "
                + n(end - from) + " bytes are no whole record; every record before them is kept.");
    }

    static Damage zeroedTail(long from, long end) {
        return new Damage(from, end - from, Damage.Kind.ZEROED, "The last " + n(end - from)
                + " bytes are zeros, as a power cut leaves them; every record before them is kept.");
    }

    static Damage skipped(long from, long next, long length, boolean zeroed) {
        if (zeroed) {
            return new Damage(from, next - from, Damage.Kind.ZEROED,
                    n(next - from) + " bytes are overwritten, with zeros at first; reading goes on behind them.");
        }
        return new Damage(from, next - from, Damage.Kind.BAD_LENGTH, "A record claims " + claim(length) + "; "
                + n(next - from) + " bytes are passed over, reading goes on behind them.");
    }

    private static String claim(long length) {
        if (length == 0) {
            return "to be empty";
        }
        return Framing.possible(length)
                ? "a length of " + n(length) + " bytes that leads to no other record"
                : "an impossible length of " + n(length) + " bytes";
    }

    static Damage badBody(long from, int length, int record) {
        return new Damage(from, Integer.BYTES + (long) length, Damage.Kind.BAD_BODY, "Record " + record + " ("
                + n(length) + " bytes) is no event that can be read; the records around it are kept.");
    }

    static Damage unlikeRecorded(long from, int length, int record) {
        return new Damage(from, Integer.BYTES + (long) length, Damage.Kind.BAD_BODY, "The last record (" + record
                + ", " + n(length) + " bytes) is not as it was recorded (checksum), as a power cut may leave it; every "
                + "record before it is kept.");
    }

    private static String n(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
