package org.labreel.feed.pi;

/** What a client asks of the camera. Values out of bounds are refused with a sentence for the operator. */
public sealed interface PiCommand {
    record StartRecording() implements PiCommand {
    }

    record StopRecording() implements PiCommand {
    }

    /** Keep what was recorded, on the camera. */
    record SaveRecording() implements PiCommand {
    }

    /** 0 to 100. */
    record SetBrightness(int percent) implements PiCommand {
        public static final int USUAL = 50;

        public SetBrightness {
            within("brightness", percent, 0, 100);
        }
    }

    /** -100 to 100. */
    record SetContrast(int percent) implements PiCommand {
        public static final int USUAL = 0;

        public SetContrast {
            within("contrast", percent, -100, 100);
        }
    }

    record SetAnnotation(Annotation annotation) implements PiCommand {
    }

    /**
     * @param stopRecording
     *            whether a recording that runs is to be stopped for it
     */
    record SetCapture(Capture capture, boolean stopRecording) implements PiCommand {
    }

    /** 0, 90, 180 or 270, clockwise. */
    record SetRotation(int degrees) implements PiCommand {
        public SetRotation {
            if (degrees < 0 || degrees > 270 || degrees % 90 != 0) {
                throw new IllegalArgumentException("the rotation is 0, 90, 180 or 270 degrees, not " + degrees);
            }
        }
    }

    record CloseCamera() implements PiCommand {
    }

    /** A command that this version does not know. */
    record Unknown(int command) implements PiCommand {
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("the " + what + " is from " + least + " to " + most + ", not " + value);
        }
    }
}
