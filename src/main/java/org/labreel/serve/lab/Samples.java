package org.labreel.serve.lab;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/** Points spread evenly over an electrode, to weigh what covers it. */
final class Samples {
    private static final int PER_SIDE = 6;

    private Samples() {
    }

    static List<Point> of(Electrode electrode) {
        DoubleSummaryStatistics x = electrode.outline().stream().mapToDouble(Point::x).summaryStatistics();
        DoubleSummaryStatistics y = electrode.outline().stream().mapToDouble(Point::y).summaryStatistics();
        List<Point> samples = new ArrayList<>();
        for (int row = 0; row < PER_SIDE; row++) {
            for (int column = 0; column < PER_SIDE; column++) {
                Point p = new Point(x.getMin() + (column + 0.5) / PER_SIDE * (x.getMax() - x.getMin()),
                        y.getMin() + (row + 0.5) / PER_SIDE * (y.getMax() - y.getMin()));
                if (electrode.contains(p)) {
                    samples.add(p);
                }
            }
        }
        return samples.isEmpty() ? List.of(electrode.centre()) : List.copyOf(samples);
    }
}
