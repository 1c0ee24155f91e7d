package org.labreel.ui.live;

import java.io.IOException;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceState;

/** Frames that have passed and can still be shown, oldest first. One thread. */
interface Past extends AutoCloseable {
    int frames();

    /** When a frame arrived, nanoseconds since the epoch. */
    long nanos(int frame) throws IOException;

    Moment moment(int frame) throws IOException;

    /** Takes up what has come since. */
    void refresh() throws IOException;

    @Override
    void close() throws IOException;

    /** The bytes of a frame, and the device at it. */
    record Moment(Bytes jpeg, DeviceState state) {
    }

    /** The last frame that had arrived by then; -1 when all came later. */
    default int at(long nanos) throws IOException {
        int low = 0;
        int high = frames();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos(middle) <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
