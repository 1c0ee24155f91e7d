package org.labreel.export;

import java.io.IOException;
import org.labreel.picture.YuvPicture;

/** Makes one H.264 clip out of pictures. One thread at a time; owns native memory. */
interface ClipEncoder extends AutoCloseable {
    /**
     * Adds a picture of exactly the clip's size.
     *
     * @param pts
     *            when it is shown, in ticks of {@link ExportPlan#TICKS_PER_SECOND}; greater than that of the one before
     * @param ticks
     *            how long it is shown
     */
    void frame(YuvPicture picture, long pts, long ticks) throws IOException;

    /** Writes what is still held back, and the file's table of contents in front of its pictures. */
    void finish() throws IOException;

    /** Lets go of everything; without {@link #finish()} before, the file is of no use. */
    @Override
    void close();
}
