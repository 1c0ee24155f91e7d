package org.labreel.query;

/** Where something is true and where nobody knows; elsewhere it is false. Kleene's logic of three values. */
record Truth(Runs yes, Runs unknown) {
    static Truth known(Runs yes) {
        return new Truth(yes, Runs.NONE);
    }

    Truth or(Truth other) {
        Runs either = yes.or(other.yes);
        return new Truth(either, unknown.or(other.unknown).minus(either));
    }

    Truth and(Truth other) {
        Runs both = yes.and(other.yes);
        Runs possible = possible().and(other.possible());
        return new Truth(both, possible.minus(both));
    }

    /**
     * @param points
     *            of the whole line
     */
    Truth not(long points) {
        return new Truth(possible().not(points), unknown);
    }

    /** True or unknown. */
    Runs possible() {
        return yes.or(unknown);
    }
}
