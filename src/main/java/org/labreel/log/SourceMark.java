package org.labreel.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * Which source a log is of, as its sidecar tells from the first byte on: {@code session.json} is written a moment later
 * than a file is begun, and a program that is killed in between would leave a file that nobody can tell from the
 * others'. See {@link Sidecar} for the form.
 */
public final class SourceMark {
    private SourceMark() {
    }

    /** The one among these addresses that the log was recorded from; empty when its sidecar does not tell. */
    public static Optional<String> read(Path log, Collection<String> among) {
        Path sidecar = Sidecar.beside(log);
        if (!Files.isRegularFile(sidecar, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] header = new byte[Sidecar.HEADER];
        try (LogFile file = new LogFile(sidecar)) {
            if (file.read(0, header, 0, header.length) < header.length
                    || !SidecarReader.sound(ByteBuffer.wrap(header))) {
                return Optional.empty();
            }
        } catch (IOException _) {
            // The log itself can be read all the same; whose it is stays open.
            return Optional.empty();
        }
        byte[] mark = Arrays.copyOfRange(header, Sidecar.MARK, Sidecar.MARK + Sidecar.MARK_SIZE);
        return among.stream().filter(address -> !address.isEmpty() && Arrays.equals(mark, Sidecar.mark(address)))
                .findFirst();
    }
}
