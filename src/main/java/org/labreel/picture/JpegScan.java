package org.labreel.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.labreel.model.Bytes;

/**
 * Walks over the markers of a JPEG (ITU-T T.81, annex B) without decoding it: what its frame header claims, and whether
 * its entropy-coded data run to the end mark. Zeroed disk blocks, lost restarts and markers that cannot stand where
 * they do are found on the way; what the data between the markers say is left to {@link EntropyWalk}.
 */
final class JpegScan {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int DRI = 0xDD;
    private static final int APP14 = 0xEE;

    /** Hears the parts of a picture in their order. */
    interface Visitor {
        /** A segment without its marker and length. */
        void segment(int marker, ByteBuffer content);

        /**
         * Entropy-coded data up to the next marker that is no restart, stuffing and restarts included.
         *
         * @param zeroRun
         *            whether they hold a long run of zero bytes
         * @return what is wrong with them, in the operator's words
         */
        Optional<String> entropy(ByteBuffer data, boolean zeroRun);
    }

    private static final Visitor NOBODY = new Visitor() {
        @Override
        public void segment(int marker, ByteBuffer content) {
            // Only the markers are of interest.
        }

        @Override
        public Optional<String> entropy(ByteBuffer data, boolean zeroRun) {
            return Optional.empty();
        }
    };

    private final ByteBuffer data;
    private final Visitor visitor;
    private int position;
    private int width;
    private int height;
    private int components;
    private int process;
    private int adobeTransform = -1;
    private int restartInterval;
    private boolean scanSeen;

    private JpegScan(Bytes jpeg, Visitor visitor) {
        this.data = jpeg.asByteBuffer().order(ByteOrder.BIG_ENDIAN);
        this.visitor = visitor;
        this.position = 2;
    }

    static boolean isJpeg(Bytes data) {
        return data.length() >= 3 && (data.at(0) & 0xFF) == 0xFF && (data.at(1) & 0xFF) == SOI
                && (data.at(2) & 0xFF) == 0xFF;
    }

    /** Reads up to the frame header; empty when the bytes end or go astray before there is one. */
    static Optional<JpegScan> toFrameHeader(Bytes jpeg) {
        return toFrameHeader(jpeg, NOBODY);
    }

    static Optional<JpegScan> toFrameHeader(Bytes jpeg, Visitor visitor) {
        JpegScan scan = new JpegScan(jpeg, visitor);
        int marker = 0;
        while (scan.process == 0 && marker >= 0 && marker != EOI && marker != SOS) {
            marker = scan.nextSegment();
        }
        return scan.process == 0 ? Optional.empty() : Optional.of(scan);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int components() {
        return components;
    }

    /** The colour transform that an Adobe segment before the scan names (0 none, 1 YCbCr, 2 YCCK), -1 without one. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** Goes on to the end mark. What is wrong, in the operator's words; empty when the end mark is reached. */
    Optional<String> toEnd() {
        int marker = 0;
        while (marker != EOI) {
            marker = nextSegment();
            if (marker < 0) {
                return Optional.of(scanSeen
                        ? "the picture is cut off: its end mark is missing"
                        : "the picture is cut off within its header");
            }
            if (marker == SOS) {
                scanSeen = true;
                Optional<String> damage = passEntropy();
                if (damage.isPresent()) {
                    return damage;
                }
            } else if (!mayStand(marker)) {
                return Optional.of("the picture's data are damaged: there is a mark where none can be");
            }
        }
        return scanSeen ? Optional.empty() : Optional.of("the picture has a header but no content");
    }

    private Optional<String> passEntropy() {
        int start = position;
        EntropyBytes entropy = EntropyBytes.pass(data, start);
        position = entropy.end();
        if (!entropy.restartsInOrder(restartInterval > 0)) {
            return Optional.of("the picture's data are damaged: a part of them is missing or doubled");
        }
        return visitor.entropy(data.slice(start, position - start), entropy.zeroRun());
    }

    /** Behind the frame header come tables, applications' data, comments and scans; no second frame. */
    private static boolean mayStand(int marker) {
        return marker == EOI || marker == DHT || marker == DAC || (marker >= SOS && marker <= 0xEF) || marker == 0xFE;
    }

    /** Moves past one marker segment. @return its marker, -1 when the bytes end or are no marker */
    private int nextSegment() {
        if (position + 2 > data.limit() || (data.get(position) & 0xFF) != 0xFF) {
            return -1;
        }
        while (position < data.limit() && (data.get(position) & 0xFF) == 0xFF) {
            position++;
        }
        int marker = position < data.limit() ? data.get(position++) & 0xFF : -1;
        if (marker == EOI || marker == SOI || marker == 0x01 || EntropyBytes.isRestart(marker)) {
            return marker;
        }
        if (marker <= 0 || position + 2 > data.limit()) {
            return -1;
        }
        int length = data.getShort(position) & 0xFFFF;
        if (length < 2 || position + length > data.limit()) {
            return -1;
        }
        readSegment(marker, length);
        visitor.segment(marker, data.slice(position + 2, length - 2));
        position += length;
        return marker;
    }

    private void readSegment(int marker, int length) {
        boolean frameHeader = marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
        if (frameHeader && length >= 8 && process == 0) {
            process = marker;
            height = data.getShort(position + 3) & 0xFFFF;
            width = data.getShort(position + 5) & 0xFFFF;
            components = data.get(position + 7) & 0xFF;
        } else if (marker == DRI && length >= 4) {
            restartInterval = data.getShort(position + 2) & 0xFFFF;
        } else if (marker == APP14 && length >= 14 && data.getInt(position + 2) == 0x41646F62) {
            adobeTransform = data.get(position + 13) & 0xFF;
        }
    }
}
