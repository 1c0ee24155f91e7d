package org.labreel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Files that hold a secret are for their owner to read. */
final class OwnersOnly {
    private OwnersOnly() {
    }

    /** Does what the file system allows: some know no owners. */
    static void make(Path file) throws IOException {
        @Nullable
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
