package org.labreel.serve.pi;

import java.util.List;
import java.util.function.Consumer;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiSignal;

/** The camera behind a server. Called on the server's event loop, one call at a time, and must return at once. */
public interface PiHead {
    /** What every client is told when one more comes: status, brightness, contrast. */
    List<PiSignal> present();

    /** Does what a client asks, or says why not. */
    void command(PiCommand command, Voice voice);

    /** Somebody looks now, or nobody any more: then no frames are needed. */
    void watched(boolean anybody);

    /**
     * Who can be told something.
     *
     * @param all
     *            every client
     * @param asker
     *            the one who sent the command
     */
    record Voice(Consumer<PiSignal> all, Consumer<PiSignal> asker) {
        void refuse(String why) {
            asker.accept(new PiSignal.CameraError(why));
        }
    }
}
