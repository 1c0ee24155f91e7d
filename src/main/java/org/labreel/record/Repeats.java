package org.labreel.record;

import java.util.Optional;
import org.labreel.codec.MalformedEventException;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;

/** Finds frames whose picture is byte by byte the one before: the server sends some of them many times. One thread. */
final class Repeats {
    private Optional<Bytes> last = Optional.empty();

    /** The next frame counts as new whatever it shows. */
    void forget() {
        last = Optional.empty();
    }

    boolean repeats(Bytes message) {
        if (MessageKind.of(message) != EventKind.IMAGE) {
            return false;
        }
        try {
            Bytes picture = HeadState.picture(message);
            boolean same = !picture.isEmpty() && last.filter(picture::equals).isPresent();
            last = Optional.of(picture);
            return same;
        } catch (MalformedEventException _) {
            last = Optional.empty();
            return false;
        }
    }
}
