package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.List;
import org.labreel.model.PinSet;
import org.labreel.model.Point;

/**
 * The assay that the simulated device runs over and over: droplets go round, two of them meet, are mixed and parted
 * again. A move is a letter: right, left, up, down, or wait.
 */
final class Programme {
    static final double STEP_SECONDS = 0.8;

    private static final List<Track> TRACKS = List.of(
            new Track(1, 1, 1, Lobe.Dye.TEAL, "RRRWRDLLURRWLLLL"),
            new Track(9, 1, 1, Lobe.Dye.MAGENTA, "LLLWWDLLURRWRRRW"),
            new Track(1, 4, 2, Lobe.Dye.GREEN, "RWRWRWDWLWLWLWUW"),
            new Track(10, 4, 1, Lobe.Dye.AMBER, "LWDWLWDWRWUWRWUW"),
            new Track(12, 3, 1, Lobe.Dye.VIOLET, "WLWWUWWWDWWRWWWW"));
    /** Then the mixed droplets are replaced by fresh ones. */
    private static final int STEPS = 3 * TRACKS.getFirst().moves().length();

    private int step;

    /** One droplet's way: its size in cells, where it starts and its moves, which lead back there. */
    private record Track(int column, int row, int cells, Lobe.Dye dye, String moves) {
        int[] at(int step) {
            int x = column;
            int y = row;
            for (int i = 0; i < step % moves.length(); i++) {
                x += switch (moves.charAt(i)) {
                    case 'R' -> 1;
                    case 'L' -> -1;
                    default -> 0;
                };
                y += switch (moves.charAt(i)) {
                    case 'D' -> 1;
                    case 'U' -> -1;
                    default -> 0;
                };
            }
            return new int[]{x, y};
        }
    }

    void restart() {
        step = 0;
    }

    /** Whether the assay is over and wants fresh droplets. */
    boolean over() {
        return step >= STEPS;
    }

    /** Puts the droplets where their ways begin. */
    void dispense(Liquids liquids) {
        for (Track track : TRACKS) {
            double half = track.cells() / 2.0;
            double side = track.cells() - 0.06;
            liquids.dispense(new Point(track.column() + half, track.row() + half), side * side, track.dye());
        }
    }

    /** The pins of the next step. */
    PinSet next(LabBoard board) {
        List<Integer> pins = new ArrayList<>();
        for (Track track : TRACKS) {
            int[] at = track.at(step);
            for (int i = 0; i < track.cells() * track.cells(); i++) {
                pins.add(board.pinOfCell(at[0] + i % track.cells(), at[1] + i / track.cells()));
            }
        }
        step++;
        return PinSet.of(pins);
    }
}
