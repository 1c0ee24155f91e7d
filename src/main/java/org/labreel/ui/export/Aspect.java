package org.labreel.ui.export;

import java.util.OptionalDouble;

/** What shape a crop keeps while its handles are dragged. */
enum Aspect {
    FREE(0), SQUARE(1), FOUR_TO_THREE(4.0 / 3), SIXTEEN_TO_NINE(16.0 / 9), BOARD(0);

    private final double ratio;

    Aspect(double ratio) {
        this.ratio = ratio;
    }

    /** Width by height; empty when any shape will do. */
    OptionalDouble ratio() {
        return ratio == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratio);
    }
}
