package org.labreel.picture;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Decoded pixels: 4 bytes each in the order blue, green, red, alpha (always 255), row by row from the top without
 * padding, in a heap buffer of exactly {@code width * height * 4} bytes. Whoever holds a picture may hand it back to a
 * decoder to be overwritten, so it belongs to one thread at a time.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final ByteBuffer pixels;
    private Optional<String> damage = Optional.empty();

    public Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(width, height), 4));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, position 0, limit at the end; backed by an array. */
    public ByteBuffer pixels() {
        return pixels;
    }

    /** What is wrong with the bytes that it was decoded from; empty for a whole picture. */
    public Optional<String> damage() {
        return damage;
    }

    public void setDamage(Optional<String> damage) {
        this.damage = damage;
    }
}
