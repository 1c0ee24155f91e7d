package org.labreel.feed.pi;

import java.util.Arrays;
import java.util.Optional;

/** What the camera says of itself, in its own words. */
public enum CameraStatus {
    RECORDING("Recording"), STANDING_BY("Standing By"), NOT_CONNECTED("Not Connected");

    private final String word;

    CameraStatus(String word) {
        this.word = word;
    }

    /** As on the wire, and for the operator. */
    public String word() {
        return word;
    }

    static Optional<CameraStatus> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
