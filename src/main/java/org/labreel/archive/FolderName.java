package org.labreel.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Turns what an operator calls a session into a name that every file system takes and that leads nowhere else. */
final class FolderName {
    /** Longest name in UTF-8, bytes; file systems take 255, and a number may be added. */
    private static final int MAX_BYTES = 120;
    private static final String ALLOWED_MARKS = "-_.,+()= ";
    private static final Set<String> RESERVED = Set.of("CON", "PRN", "AUX", "NUL", "COM0", "COM1", "COM2", "COM3",
            "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6",
            "LPT7", "LPT8", "LPT9");

    private FolderName() {
    }

    static String of(String title) {
        // Compatibility forms first: a full-width slash or a one-dot leader must not come back as a slash or a dot.
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC);
        StringBuilder name = new StringBuilder();
        plain.codePoints().map(c -> allowed(c) ? c : '_').forEach(name::appendCodePoint);
        String undotted = name.toString().replaceAll("\\.{2,}", "_");
        String trimmed = trim(shorten(trim(undotted)));
        if (trimmed.isEmpty()) {
            return "session";
        }
        String stem = trimmed.split("\\.", 2)[0].strip().toUpperCase(Locale.ROOT);
        return RESERVED.contains(stem) ? "_" + trimmed : trimmed;
    }

    private static boolean allowed(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                || ALLOWED_MARKS.indexOf(c) >= 0;
    }

    /** Without dots and spaces at either end: Windows drops them, elsewhere a dot in front hides the folder. */
    private static String trim(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && (name.charAt(from) == '.' || name.charAt(from) == ' ')) {
            from++;
        }
        while (to > from && (name.charAt(to - 1) == '.' || name.charAt(to - 1) == ' ')) {
            to--;
        }
        return name.substring(from, to);
    }

    private static String shorten(String name) {
        String kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
