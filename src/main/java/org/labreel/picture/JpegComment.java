package org.labreel.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.labreel.model.Bytes;

/** Words inside a JPEG that no picture is made of (ITU-T T.81, segment COM). */
public final class JpegComment {
    private static final int LONGEST = 65_000;

    private JpegComment() {
    }

    /**
     * The same picture with a comment behind its start mark.
     *
     * @param jpeg
     *            a JPEG
     * @param comment
     *            cut where it is longer than a segment
     */
    public static Bytes add(Bytes jpeg, String comment) {
        byte[] text = comment.substring(0, Math.min(comment.length(), LONGEST)).getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = ByteBuffer.allocate(jpeg.length() + 4 + text.length);
        out.putInt(0xFFD8_FFFE).putShort((short) (text.length + 2)).put(text)
                .put(jpeg.slice(2, jpeg.length() - 2).asByteBuffer());
        return Bytes.wrap(out.array());
    }
}
