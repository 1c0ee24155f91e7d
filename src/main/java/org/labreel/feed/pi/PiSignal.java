package org.labreel.feed.pi;

import org.labreel.model.Bytes;

/** What the camera tells its clients. */
public sealed interface PiSignal {
    /** Longer texts are cut: nobody reads them, and whoever shows them would be busy. */
    int LONGEST = 500;

    /** A PNG within 400 x 400 pixels. */
    record Frame(Bytes png) implements PiSignal {
    }

    record CameraError(String text) implements PiSignal {
        public CameraError {
            text = cut(text);
        }
    }

    record Status(CameraStatus status) implements PiSignal {
    }

    record Brightness(int percent) implements PiSignal {
    }

    record Contrast(int percent) implements PiSignal {
    }

    record RecordingStarted() implements PiSignal {
    }

    record RecordingStopped() implements PiSignal {
    }

    record SaveBegun() implements PiSignal {
    }

    /** Saved on the camera under this name. */
    record SaveFinished(String file) implements PiSignal {
        public SaveFinished {
            file = cut(file);
        }
    }

    record SaveFailed(String error) implements PiSignal {
        public SaveFailed {
            error = cut(error);
        }
    }

    /** A signal that this version does not know. */
    record Unknown(int command) implements PiSignal {
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
