package org.labreel.feed.cpl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.labreel.feed.Words;
import org.labreel.model.Bytes;
import org.labreel.picture.PixelFormat;
import org.labreel.picture.RawPicture;

/** What a cpl_media remote recorder and its player say to each other. */
public sealed interface CplMessage {
    /** Player: send frames, as soon as there are any. Holds until the recording ends. */
    record StartedPlaying() implements CplMessage {
    }

    /** Player: send no more; recorder: that is so. */
    record StoppedPlaying() implements CplMessage {
    }

    /**
     * Recorder: frames follow.
     *
     * @param pixelFormat
     *            FFmpeg's name
     * @param framesPerSecond
     *            0 when not known
     */
    record StartedRecording(String pixelFormat, int widthPx, int heightPx, double framesPerSecond)
            implements
                CplMessage {
    }

    /** Recorder: no more frames; whoever wants those of its next recording must ask again. */
    record StoppedRecording() implements CplMessage {
    }

    /**
     * Recorder: a frame.
     *
     * @param planeBytes
     *            four, 0 for planes that are not there
     * @param lineBytes
     *            four: bytes of a row of each plane
     * @param metadata
     *            what is told of it, {@code t} in seconds of the stream and mostly {@code count} among it
     * @param pixels
     *            the planes one behind the other
     */
    record Image(List<Integer> planeBytes, String pixelFormat, int widthPx, int heightPx, List<Integer> lineBytes,
            Yaml.Mapping metadata, Bytes pixels) implements CplMessage {
        public Image {
            planeBytes = List.copyOf(planeBytes);
            lineBytes = List.copyOf(lineBytes);
        }

        /** Of a picture without padding. */
        public static Image of(RawPicture raw, double t, long count) {
            TreeMap<String, Yaml> metadata = new TreeMap<>();
            metadata.put("count", new Yaml.Whole(count));
            metadata.put("t", new Yaml.Real(t));
            return new Image(four(raw.planeBytes()), raw.format().word(), raw.widthPx(), raw.heightPx(),
                    four(raw.rowBytes()), Yaml.mapping(metadata), raw.data());
        }

        private static List<Integer> four(List<Integer> planes) {
            List<Integer> out = new ArrayList<>(planes);
            while (out.size() < 4) {
                out.add(0);
            }
            return out;
        }

        /** Seconds of the stream; absent when not told or no finite number. */
        public OptionalDouble t() {
            return switch (metadata.get("t")) {
                case Yaml.Real(double seconds) when Double.isFinite(seconds) -> OptionalDouble.of(seconds);
                case Yaml.Whole(long seconds) -> OptionalDouble.of((double) seconds);
                case Yaml.Real _,Yaml.Nothing _,Yaml.Truth _,Yaml.Text _,Yaml.Sequence _,Yaml.Mapping _ ->
                    OptionalDouble.empty();
            };
        }

        /** The recorder's own count of the frame; absent when not told. */
        public OptionalLong count() {
            return metadata.get("count") instanceof Yaml.Whole(long count)
                    ? OptionalLong.of(count)
                    : OptionalLong.empty();
        }

        /**
         * The pixels, once all numbers fit together.
         *
         * @throws MalformedCplException
         *             when they do not, or the format is none that is known
         */
        public RawPicture picture() throws MalformedCplException {
            PixelFormat format = PixelFormat.of(pixelFormat).orElseThrow(() -> new MalformedCplException(
                    "pixels of the format \"" + Words.shown(pixelFormat) + "\" are not known"));
            int planes = format.planes();
            for (int plane = planes; plane < planeBytes.size(); plane++) {
                if (planeBytes.get(plane) != 0) {
                    throw new MalformedCplException(pixelFormat + " has no plane " + plane + ", yet "
                            + planeBytes.get(plane) + " bytes of one came");
                }
            }
            RawPicture raw;
            try {
                raw = new RawPicture(format, widthPx, heightPx, lineBytes.subList(0, planes), pixels);
            } catch (IllegalArgumentException e) {
                throw new MalformedCplException(String.valueOf(e.getMessage()), e);
            }
            if (!raw.planeBytes().equals(planeBytes.subList(0, planes))) {
                throw new MalformedCplException("planes of " + planeBytes.subList(0, planes) + " bytes do not fit "
                        + widthPx + "x" + heightPx + " pixels of " + pixelFormat + ", which have " + raw.planeBytes());
            }
            return raw;
        }
    }

    /** Recorder: something went wrong there. */
    record Failure(String text, String traceback) implements CplMessage {
    }

    /** A message of a name that this version does not know. */
    record Unknown(String name) implements CplMessage {
    }
}
