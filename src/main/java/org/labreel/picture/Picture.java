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
    private final PictureSize taken;
    private final ByteBuffer pixels;
    private Optional<String> damage = Optional.empty();

    public Picture(int width, int height) {
        this(new PictureSize(width, height), new PictureSize(width, height));
    }

    /**
     * @param size
     *            of this
     * @param taken
     *            of what it was decoded from, when that was reduced
     */
    Picture(PictureSize size, PictureSize taken) {
        this.width = size.width();
        this.height = size.height();
        this.taken = taken;
        this.pixels = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(width, height), 4));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Size of the picture that it was decoded from: more than its own where it was reduced for the screen. */
    public PictureSize taken() {
        return taken;
    }

    /** The one to reuse if it fits, else a new one. */
    static Picture of(PictureSize size, PictureSize taken, Optional<Picture> reuse) {
        return reuse.filter(p -> p.width == size.width() && p.height == size.height() && p.taken.equals(taken))
                .orElseGet(() -> new Picture(size, taken));
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
