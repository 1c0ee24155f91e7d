package org.labreel.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.labreel.ui.kit.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this user has another window of this program open: the first one holds a lock beside the settings for as long
 * as it is open. Nothing is forbidden to the second; its operator is told how the two go together.
 */
final class OtherWindow implements AutoCloseable {
    static final String TITLE = "Labreel is open in another window too";
    private static final Logger LOG = LoggerFactory.getLogger(OtherWindow.class);
    private static final String NAME = "window.lock";

    private final FileChannel channel;

    private OtherWindow(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param folder
     *            of the settings
     * @return to be kept while the window is open
     */
    static AutoCloseable tell(Path folder, Path recordings, Notices notices) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (isTaken(channel)) {
                channel.close();
                notices.warning(TITLE, "Both may record: each press of Record begins a session of its own in "
                        + recordings
                        + ". What one is recording, the other can neither rename nor delete. A scheduled session is "
                        + "run by one of the two. Of each setting, the last change holds.");
                return () -> {
                };
            }
            return new OtherWindow(channel);
        } catch (IOException e) {
            LOG.info("whether another window is open is not known: {}", e.toString());
            return () -> {
            };
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException _) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
