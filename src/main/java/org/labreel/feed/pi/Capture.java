package org.labreel.feed.pi;

import java.util.List;

/** Size and rate at which the camera records on itself. */
public record Capture(int width, int height, int framesPerSecond) {
    /** What the camera offers, the first one at its start. */
    public static final List<Capture> PRESETS = List.of(new Capture(1920, 1080, 30), new Capture(1280, 720, 60),
            new Capture(640, 480, 90));

    public Capture {
        if (width < 1 || height < 1 || width > 8192 || height > 8192 || framesPerSecond < 1 || framesPerSecond > 1000) {
            throw new IllegalArgumentException(
                    "a capture of " + width + "x" + height + " at " + framesPerSecond + " frames/s is none");
        }
    }

    /** "1920 × 1080, 30 fps" */
    public String words() {
        return width + " × " + height + ", " + framesPerSecond + " fps";
    }
}
