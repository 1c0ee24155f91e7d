package org.labreel.model;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** An unchanging set of electrode pins (0 to 127 on today's boards). */
public final class PinSet {
    public static final PinSet EMPTY = new PinSet(new BitSet());

    private final BitSet bits;

    private PinSet(BitSet bits) {
        this.bits = bits;
    }

    public static PinSet of(int... pins) {
        BitSet bits = new BitSet();
        for (int pin : pins) {
            bits.set(pin);
        }
        return new PinSet(bits);
    }

    public static PinSet of(Collection<Integer> pins) {
        BitSet bits = new BitSet();
        pins.forEach(bits::set);
        return new PinSet(bits);
    }

    /** The positions of the true values, as the feed writes a set of pins. */
    public static PinSet ofFlags(List<Boolean> flags) {
        BitSet bits = new BitSet();
        for (int pin = 0; pin < flags.size(); pin++) {
            bits.set(pin, flags.get(pin));
        }
        return new PinSet(bits);
    }

    public boolean contains(int pin) {
        return pin >= 0 && bits.get(pin);
    }

    public boolean isEmpty() {
        return bits.isEmpty();
    }

    public int size() {
        return bits.cardinality();
    }

    /** The pins in ascending order. */
    public List<Integer> pins() {
        return bits.stream().boxed().toList();
    }

    public PinSet or(PinSet other) {
        BitSet union = (BitSet) bits.clone();
        union.or(other.bits);
        return new PinSet(union);
    }

    public PinSet minus(PinSet other) {
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(other.bits);
        return new PinSet(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PinSet that && bits.equals(that.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return bits.toString();
    }
}
