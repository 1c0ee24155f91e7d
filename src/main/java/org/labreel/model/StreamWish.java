package org.labreel.model;

import java.util.UUID;

/**
 * A stream that a session asks of a camera. What the camera cannot deliver is kept as asked and said, and never keeps a
 * session from recording what there is.
 *
 * @param width
 *            pixels
 * @param height
 *            pixels
 * @param frameRate
 *            frames a second
 * @param bitrate
 *            bits a second, for an encoder that has such a bound
 * @param nearCut
 *            depth before which nothing counts, mm
 * @param farCut
 *            depth behind which nothing counts, mm
 * @param alignTo
 *            name of the stream whose pixels this one's are laid onto; may be empty
 * @param required
 *            whether the session is to be looked after when it is missing
 */
public record StreamWish(UUID id, Type type, Encoder encoder, int width, int height, int frameRate, int bitrate,
        int nearCut, int farCut, String alignTo, boolean required) {
    /** The same wish with an id of its own. */
    public StreamWish apart() {
        return new StreamWish(UUID.randomUUID(), type, encoder, width, height, frameRate, bitrate, nearCut, farCut,
                alignTo, required);
    }

    /** What a stream shows. */
    public enum Type {
        COLOR("color"), DEPTH("depth"), INFRA("infra");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /** As recording-session managers spell it. */
        public String word() {
            return word;
        }
    }

    /** How a camera is to encode. */
    public enum Encoder {
        HEVC("HEVC"), CLASSIC("Classic");

        private final String word;

        Encoder(String word) {
            this.word = word;
        }

        /** As recording-session managers spell it. */
        public String word() {
            return word;
        }
    }
}
