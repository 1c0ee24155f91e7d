package org.labreel.feed.pi;

import java.util.List;

/**
 * What of the protocol is not written down anywhere but inferred from how the camera's programs fit together. Should a
 * camera turn out to do otherwise, this is the one place to say so.
 *
 * @param byteArrayType
 *            type of an argument that is bytes; a pickle is type 1
 * @param saveFailed
 *            command that tells that saving failed
 * @param start
 *            arguments of the command that starts recording
 * @param stop
 *            arguments of the command that stops it
 * @param save
 *            arguments of the command that saves it
 * @param close
 *            arguments of the command that closes the camera
 */
public record PiDialect(int byteArrayType, int saveFailed, List<PlainValue> start, List<PlainValue> stop,
        List<PlainValue> save, List<PlainValue> close) {
    public static final PiDialect DEFAULT = new PiDialect(0, 29, List.of(), List.of(), List.of(), List.of());

    public PiDialect {
        start = List.copyOf(start);
        stop = List.copyOf(stop);
        save = List.copyOf(save);
        close = List.copyOf(close);
    }
}
