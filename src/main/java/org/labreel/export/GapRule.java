package org.labreel.export;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Decides which pauses are long, and how much of them goes. */
final class GapRule {
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int MANY = 5;

    private final Gaps gaps;
    private int cuts;
    private Duration cutInAll = Duration.ZERO;

    GapRule(Gaps gaps) {
        this.gaps = gaps;
    }

    /** How much is taken out of a pause; zero for most. */
    Duration cut(Duration pause, Duration usual) {
        if (gaps.policy() == Gaps.Policy.KEEP || pause.compareTo(longest(usual)) <= 0) {
            return Duration.ZERO;
        }
        Duration left = gaps.policy() == Gaps.Policy.SHORTEN ? gaps.to() : usual;
        Duration cut = pause.minus(left.compareTo(usual) > 0 ? left : usual);
        if (!cut.isPositive()) {
            return Duration.ZERO;
        }
        cuts++;
        cutInAll = cutInAll.plus(cut);
        return cut;
    }

    private Duration longest(Duration usual) {
        if (gaps.longerThan().isPositive()) {
            return gaps.longerThan();
        }
        Duration many = usual.multipliedBy(MANY);
        return many.compareTo(LONG) > 0 ? many : LONG;
    }

    /** What was done, in words; empty when nothing was. */
    Optional<String> note() {
        return cuts == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%s %s, %.1f s in all.", Count.of(cuts, "pause was", "pauses were"),
                                gaps.policy() == Gaps.Policy.SHORTEN ? "shortened" : "cut", cutInAll.toNanos() / 1e9));
    }
}
