package org.labreel.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.labreel.picture.PictureSize;

/** Makes clips. Blocking: runs on a background thread. */
public final class Exporter {
    private Exporter() {
    }

    /** Told how far an export is. */
    public interface Progress {
        void done(int frames, int of);
    }

    /**
     * Writes to a .part file beside the target and renames it at the end. A failure or a cancel leaves nothing.
     *
     * @throws java.util.concurrent.CancellationException
     *             when cancelled
     * @throws IOException
     *             with the reason in the operator's words
     */
    public static ExportReport run(ExportRequest request, Progress progress, BooleanSupplier cancelled)
            throws IOException {
        RequestCheck.check(request);
        Work work = new Work(done -> {
        }, cancelled);
        work.goOn();
        try (OpenLogs logs = new OpenLogs(request, cancelled)) {
            ExportPlan plan = Planner.plan(request, logs.indexes());
            int frames = plan.frames().size();
            return new ClipMaking(request, logs, plan, new Work(done -> progress.done(done, frames), cancelled)).run();
        } catch (IOException e) {
            throw inWords(e);
        }
    }

    /** A name like the wanted one under which nothing exists yet: clip.mp4, clip-2.mp4, clip-3.mp4, ... */
    public static Path freeName(Path wanted) {
        return TargetFile.unused(wanted);
    }

    /** Our own words stay as they are; those of the file system are told apart by what it says. */
    private static IOException inWords(IOException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("No space left") || text.contains("not enough space")) {
            return new IOException(FFmpegError.DISK_FULL, e);
        }
        return e instanceof FileSystemException failed
                ? new IOException(failed.getFile() + " cannot be read or written"
                        + (failed.getReason() == null ? "." : ": " + failed.getReason() + "."), e)
                : e;
    }
}
