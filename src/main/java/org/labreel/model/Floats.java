package org.labreel.model;

import java.util.Arrays;

/** An unchanging row of measured numbers; the unit is told by whoever holds it. */
public final class Floats {
    public static final Floats EMPTY = new Floats(new float[0]);

    private final float[] values;

    private Floats(float[] values) {
        this.values = values;
    }

    public static Floats of(float... values) {
        return values.length == 0 ? EMPTY : new Floats(values.clone());
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    /** The value at the index, or NaN when the row is shorter. */
    public float getOrNaN(int index) {
        return index >= 0 && index < values.length ? values[index] : Float.NaN;
    }

    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
