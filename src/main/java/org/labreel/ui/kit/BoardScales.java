package org.labreel.ui.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/**
 * Keeps for each board how many millimetres one of its units is, which no log tells. A board is known by its
 * electrodes, so that the same definition read from a session or from a file is the same board.
 */
public final class BoardScales {
    private static final String NAME = "millimetresPerUnit.";
    private static final double LEAST = 1e-4;
    private static final double MOST = 1e4;

    private final PreferencesHolder preferences;

    public BoardScales(PreferencesHolder preferences) {
        this.preferences = preferences;
    }

    /** Empty while the operator has not told. */
    public OptionalDouble millimetresPerUnit(Optional<Board> board) {
        double kept = preferences.get().layout().getOrDefault(name(board), 0.0);
        return sensible(kept) ? OptionalDouble.of(kept) : OptionalDouble.empty();
    }

    /** Keeps it; what is not sensible, 0 for one, makes it unknown again. */
    public void set(Optional<Board> board, double millimetresPerUnit) {
        double kept = sensible(millimetresPerUnit) ? millimetresPerUnit : 0;
        preferences.update(p -> p.withLayout(name(board), kept));
    }

    /** Whether this can be a length of a board's unit. */
    public static boolean sensible(double millimetresPerUnit) {
        return millimetresPerUnit >= LEAST && millimetresPerUnit <= MOST;
    }

    /** Logs of which no board is known share one entry. */
    private static String name(Optional<Board> board) {
        return NAME + board.map(BoardScales::identity).orElse("unknown");
    }

    /** The same for the same electrodes, whatever the text of the definition looks like. */
    static String identity(Board board) {
        StringBuilder text = new StringBuilder();
        for (Electrode electrode : board.electrodes()) {
            text.append(electrode.pin());
            for (Point p : electrode.outline()) {
                text.append(String.format(Locale.ROOT, " %.4f,%.4f", p.x() + 0.0, p.y() + 0.0));
            }
            text.append('\n');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
