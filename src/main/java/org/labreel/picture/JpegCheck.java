package org.labreel.picture;

import java.util.Optional;
import org.labreel.model.Bytes;

/** Finds damage in a JPEG that decoders pass over. */
public final class JpegCheck {
    private JpegCheck() {
    }

    /** Whether the end mark is reached; costs a small part of decoding. */
    public static Optional<String> cheap(Bytes jpeg) {
        Optional<JpegScan> scan = JpegScan.toFrameHeader(jpeg);
        return scan.isEmpty() ? Optional.of("the picture has no header") : scan.get().toEnd();
    }
}
