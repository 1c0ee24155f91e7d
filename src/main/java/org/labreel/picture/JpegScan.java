package org.labreel.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.labreel.model.Bytes;

/**
 * Walks over the markers of a JPEG (ITU-T T.81, annex B) without decoding it: what its frame header claims, and whether
 * its entropy-coded data run to the end mark.
 */
final class JpegScan {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int APP14 = 0xEE;
    /** A run of zero bytes that hardly occurs in sound entropy data, yet is what a lost page leaves. */
    private static final int SUSPICIOUS_ZEROS = 16;

    private final ByteBuffer data;
    private int position;
    private int width;
    private int height;
    private int components;
    private int process;
    private int adobeTransform = -1;
    private boolean scanSeen;
    private boolean zeroRun;

    private JpegScan(Bytes jpeg) {
        this.data = jpeg.asByteBuffer().order(ByteOrder.BIG_ENDIAN);
        this.position = 2;
    }

    static boolean isJpeg(Bytes data) {
        return data.length() >= 3 && (data.at(0) & 0xFF) == 0xFF && (data.at(1) & 0xFF) == SOI
                && (data.at(2) & 0xFF) == 0xFF;
    }

    /** Reads up to the frame header; empty when the bytes end or go astray before there is one. */
    static Optional<JpegScan> toFrameHeader(Bytes jpeg) {
        JpegScan scan = new JpegScan(jpeg);
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

    /** Whether it is coded as baseline or extended sequential Huffman data (SOF0, SOF1). */
    boolean sequential() {
        return process == 0xC0 || process == 0xC1;
    }

    /** The colour transform that an Adobe segment before the scan names (0 none, 1 YCbCr, 2 YCCK), -1 without one. */
    int adobeTransform() {
        return adobeTransform;
    }

    /** Whether the entropy data hold a run of zero bytes, as a lost page of a disk leaves it. */
    boolean zeroRun() {
        return zeroRun;
    }

    /** Goes on to the end mark. What is missing, in the operator's words; empty when the end mark is reached. */
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
                skipEntropyData();
            }
        }
        return scanSeen ? Optional.empty() : Optional.of("the picture has a header but no content");
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
        if (marker == EOI || marker == SOI || marker == 0x01 || isRestart(marker)) {
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
        } else if (marker == APP14 && length >= 14 && data.getInt(position + 2) == 0x41646F62) {
            adobeTransform = data.get(position + 13) & 0xFF;
        }
    }

    /** Moves to the next marker that is neither a stuffed 0xFF nor a restart. */
    private void skipEntropyData() {
        int end = data.limit();
        int zeros = 0;
        int at = position;
        while (at < end) {
            if (at + 8 <= end) {
                long eight = data.getLong(at);
                zeros = eight == 0 ? zeros + 8 : 0;
                zeroRun |= zeros >= SUSPICIOUS_ZEROS;
                if (!hasFf(eight)) {
                    at += 8;
                    continue;
                }
            }
            int stop = Math.min(at + 8, end);
            while (at < stop) {
                if ((data.get(at) & 0xFF) == 0xFF && at + 1 < end && endsEntropyData(data.get(at + 1) & 0xFF)) {
                    position = at;
                    return;
                }
                at++;
            }
        }
        position = end;
    }

    private static boolean hasFf(long eight) {
        long inverted = ~eight;
        return (inverted - 0x0101010101010101L & eight & 0x8080808080808080L) != 0;
    }

    private static boolean endsEntropyData(int afterFf) {
        return afterFf != 0 && afterFf != 0xFF && !isRestart(afterFf);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }
}
