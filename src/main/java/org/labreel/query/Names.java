package org.labreel.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The names that a query knows, and which of them was meant by one that it does not. */
final class Names {
    static final List<String> ALL = List.of("pin", "pins", "changed", "temperature", "voltage", "target", "capacitance",
            "group", "frame", "time", "elapsed", "marker", "gap", "lost", "not");
    private static final int MOST_SLIPS = 3;

    private Names() {
    }

    /** The nearest name, when one is near. */
    static Optional<String> meant(String name) {
        Optional<String> slip = ALL.stream().min(Comparator.comparingInt(known -> slips(name, known)))
                .filter(known -> slips(name, known) <= Math.min(MOST_SLIPS, Math.max(1, known.length() / 3)));
        return slip.isPresent() ? slip : ALL.stream().filter(known -> begin(name, known)).findFirst();
    }

    /** "volt", "volts" and "temp0" begin like the word that is meant. */
    private static boolean begin(String name, String known) {
        int same = Math.min(name.length(), 4);
        return same >= 3 && known.length() > same && known.startsWith(name.substring(0, same));
    }

    /** Letters to add, take away, change or swap; a name too long to be meant costs no time. */
    private static int slips(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_SLIPS) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int least(int[][] cost, String a, String b, int i, int j) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
