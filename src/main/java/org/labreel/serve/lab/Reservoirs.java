package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/** The pools at the rim of the board, some of them filled with the liquids of the assay. */
final class Reservoirs {
    private static final double POOL_AREA = 4;
    /** Middles of the lobes of a full pool, from the middle of its electrode outwards along the reservoir. */
    private static final double[][] LOBES = {{-0.5, 0.36}, {-0.5, -0.36}, {0, 0.42}, {0, -0.4}, {0.5, 0.38},
            {0.5, -0.34}};
    private static final double LOBE_RADIUS = 0.64;

    private final Map<Integer, List<Lobe>> pools = new LinkedHashMap<>();

    Reservoirs(LabBoard board) {
        List<Lobe.Dye> dyes = List.of(Lobe.Dye.TEAL, Lobe.Dye.GREEN, Lobe.Dye.MAGENTA, Lobe.Dye.VIOLET,
                Lobe.Dye.AMBER, Lobe.Dye.WATER);
        List<Electrode> all = board.electrodes().stream().filter(e -> e.area() > POOL_AREA).toList();
        int filled = 0;
        for (int i = 0; i < all.size() && filled < dyes.size(); i++) {
            // The second pool on the left and the last one wait for waste.
            if (i != 1) {
                pools.put(all.get(i).pin(), lobes(all.get(i), dyes.get(filled)));
                filled++;
            }
        }
    }

    private static List<Lobe> lobes(Electrode pool, Lobe.Dye dye) {
        Point centre = pool.centre();
        double degrees = centre.y() > LabBoard.ROWS ? 90 : centre.x() < 0 ? 180 : 0;
        List<Lobe> lobes = new ArrayList<>();
        for (double[] at : LOBES) {
            Point p = centre.plus(new Point(at[0], at[1])).rotatedAbout(centre, degrees);
            lobes.add(new Lobe(p.x(), p.y(), LOBE_RADIUS, dye));
        }
        return lobes;
    }

    boolean filled(Electrode electrode) {
        return pools.containsKey(electrode.pin());
    }

    List<List<Lobe>> bodies() {
        return List.copyOf(pools.values());
    }
}
