package org.labreel.picture;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.labreel.model.Bytes;

/**
 * Finds damage in a JPEG that decoders pass over. Both checks find a picture that is cut off, zeroed disk blocks, lost
 * or doubled restart intervals, marks where none can be, and colours without data.
 * <p>
 * What neither can find: changed bits that give as many blocks as before. A JPEG has no checksum, and its code falls
 * into step again after a few symbols, so these are the data of another valid picture, which differs in a block or in
 * the brightness from there on. Of single changed bits in a camera's pictures the decoder reports about a tenth, the
 * thorough check a fifth to a quarter. The checksum of the record in a log's index finds all of them.
 */
public final class JpegCheck {
    private JpegCheck() {
    }

    /** What a decoder does not report, at a small part of the cost of decoding. */
    public static Optional<String> cheap(Bytes jpeg) {
        return check(jpeg, false);
    }

    /**
     * Follows every code of the entropy data as well, at about the cost of decoding: whatever changes their structure
     * is found. Progressive and arithmetic coding get the cheap check only, other formats none.
     */
    public static Optional<String> thorough(Bytes jpeg) {
        return JpegScan.isJpeg(jpeg) ? check(jpeg, true) : Optional.empty();
    }

    private static Optional<String> check(Bytes jpeg, boolean everyCode) {
        Parts parts = new Parts(everyCode);
        Optional<JpegScan> scan = JpegScan.toFrameHeader(jpeg, parts);
        if (scan.isEmpty()) {
            return Optional.of("the picture has no header");
        }
        return scan.get().toEnd().or(parts::missing);
    }

    private static final class Parts implements JpegScan.Visitor {
        private final boolean everyCode;
        private final JpegTables tables = new JpegTables();

        Parts(boolean everyCode) {
            this.everyCode = everyCode;
        }

        @Override
        public void segment(int marker, ByteBuffer content) {
            tables.read(marker, content);
        }

        @Override
        public Optional<String> entropy(ByteBuffer data, boolean zeroRun) {
            if (zeroRun && !tables.zerosAreFlat()) {
                return Optional.of("a stretch of its data is zero, as a lost block of a disk leaves it");
            }
            // Where zeros are the code of a flat area, only following the codes can tell.
            return (everyCode || zeroRun) && tables.sequential()
                    ? new EntropyWalk(tables).damage(data)
                    : Optional.empty();
        }

        Optional<String> missing() {
            return tables.everyComponentScanned()
                    ? Optional.empty()
                    : Optional.of("the picture lacks the data of a colour");
        }
    }
}
