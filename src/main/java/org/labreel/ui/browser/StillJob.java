package org.labreel.ui.browser;

import java.nio.file.Path;
import org.labreel.ui.kit.Notice.Choice;

/** Saves a frame in the background and tells what came of it. */
final class StillJob {
    private StillJob() {
    }

    static void start(BrowserServices services, OpenLog log, int frame) {
        services.background().submit("Save frame " + frame,
                _ -> Stills.save(log.reader(), frame, services.decoders()), still -> saved(services, still),
                failure -> services.notices().error("The frame was not saved", String.valueOf(failure.getMessage()),
                        failure));
    }

    private static void saved(BrowserServices services, Path still) {
        services.notices().info("Frame saved", String.valueOf(still.getFileName()),
                new Choice("Open", () -> services.opener().open(still)),
                new Choice("Show in folder", () -> services.opener().showInFolder(still)));
    }
}
