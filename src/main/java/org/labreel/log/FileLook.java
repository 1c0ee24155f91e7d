package org.labreel.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Says what a file looks like that is no log. */
final class FileLook {
    private FileLook() {
    }

    static String describe(LogFile file) throws IOException {
        byte[] front = new byte[512];
        int count = file.read(0, front, 0, front.length);
        String name = String.valueOf(file.path().getFileName());
        if (count == 0) {
            return name + " is empty: nothing was recorded into it.";
        }
        if (count < Integer.BYTES) {
            return name + " has only " + count + (count == 1 ? " byte" : " bytes")
                    + ", too few for even one record: the recording was cut off at its start.";
        }
        return name + " is no PurpleDrop log: " + look(front, count) + ".";
    }

    private static String look(byte[] front, int count) {
        String text = new String(front, 0, count, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return "it is a JPEG picture";
        }
        if (text.startsWith("\u0089PNG")) {
            return "it is a PNG picture";
        }
        if (text.startsWith("ftyp", 4)) {
            return "it is an MP4 video or a relative of it";
        }
        if (text.startsWith("\u001aE\u00df\u00a3") || text.startsWith("RIFF")) {
            return "it is a video or sound file";
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("\u001f\u008b")) {
            return "it is a compressed archive";
        }
        if (text.startsWith("%PDF")) {
            return "it is a PDF document";
        }
        if (text.startsWith(Sidecar.MAGIC)) {
            return "it is the index of a log; open the .bin file beside it";
        }
        if (text.chars().allMatch(c -> c == 0)) {
            return "it begins with nothing but zeros, as a power cut can leave a file";
        }
        if (text.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || c == '\n' || c == '\r' || c == '\t')) {
            return "it is a text";
        }
        return "no record was found in it, not even behind damage";
    }
}
