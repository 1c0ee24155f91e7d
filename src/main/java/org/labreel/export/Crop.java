package org.labreel.export;

/** A part of the frame, pixels. */
public record Crop(int x, int y, int width, int height) {
}
