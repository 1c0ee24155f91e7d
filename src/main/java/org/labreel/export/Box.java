package org.labreel.export;

/** A size to fit into, pixels. */
public record Box(int width, int height) {
}
