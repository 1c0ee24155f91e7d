package org.labreel.model;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** A run of bytes that nobody changes any more: a received message, or the picture inside one, without a copy. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Takes the array as it is; the caller must not change it afterwards. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** Takes a part of the array as it is; the caller must not change it afterwards. */
    public static Bytes wrap(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        return new Bytes(array, offset, length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte at(int index) {
        return array[offset + Objects.checkIndex(index, length)];
    }

    /** The part from {@code from} (inclusive), sharing the bytes. */
    public Bytes slice(int from, int size) {
        Objects.checkFromIndexSize(from, size, length);
        return new Bytes(array, offset + from, size);
    }

    /**
     * Reads bytes where they stand.
     *
     * @param <R>
     *            what comes of it
     * @param <X>
     *            what can go wrong
     */
    @FunctionalInterface
    public interface Reading<R, X extends Exception> {
        /** Whoever is handed the array must not change it. */
        R of(byte[] array, int offset, int length) throws X;
    }

    /** Lets a parser read the bytes without a copy. */
    public <R, X extends Exception> R read(Reading<R, X> reading) throws X {
        return reading.of(array, offset, length);
    }

    /** A read-only view. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** A copy. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** Copies all bytes to {@code target} from {@code position} on. */
    public void copyTo(byte[] target, int position) {
        System.arraycopy(array, offset, target, position, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return asByteBuffer().hashCode();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
