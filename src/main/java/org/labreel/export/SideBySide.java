package org.labreel.export;

import java.nio.file.Path;
import java.util.List;

/**
 * Cameras whose pictures stand beside those of the ranges: two or three in a row, four in a square, all of one height.
 * The ranges lead: the clip has their frames and times, and beside each stands the newest frame of every other camera
 * that had arrived by then.
 *
 * @param label
 *            written on the leading camera's pictures; empty writes nothing
 */
public record SideBySide(String label, List<Camera> cameras) {
    public static final int MOST_CAMERAS = 3;
    /** The ranges by themselves. */
    public static final SideBySide NONE = new SideBySide("", List.of());

    public SideBySide {
        cameras = List.copyOf(cameras);
    }

    /**
     * A camera beside the leading one.
     *
     * @param label
     *            written on its pictures; empty writes nothing
     * @param frames
     *            which frame stands beside each frame of the ranges in their order, -1 for none; empty has them found
     *            by arrival
     */
    public record Camera(Path log, String label, List<Integer> frames) {
        public Camera {
            frames = List.copyOf(frames);
        }

        /** By arrival. */
        public static Camera of(Path log, String label) {
            return new Camera(log, label, List.of());
        }
    }

    public boolean isEmpty() {
        return cameras.isEmpty();
    }
}
