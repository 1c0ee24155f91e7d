package org.labreel.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.labreel.model.EventKind;

/**
 * Where every record of a log stands, what kind it is and when it happened, in arrays that grow with the number of
 * records only. Records and frames are counted from 0. An unchanging snapshot: a log that grows gives a new one.
 */
public interface LogIndex {
    int records();

    /** Offset of the record's length field in the file, bytes. */
    long offset(int record);

    /** Length of the record's body, bytes. */
    int length(int record);

    EventKind kind(int record);

    /** When the record happened: its own stamp, else its arrival, else that of its neighbours. */
    Instant time(int record);

    /** Whether {@link #time} is the record's own stamp and not a guess from its neighbours. */
    boolean timed(int record);

    /** Number of image records, head state and undecodable ones not counted. */
    int frames();

    int recordOfFrame(int frame);

    default Instant frameTime(int frame) {
        return time(recordOfFrame(frame));
    }

    /** The last frame at or before the instant; 0 when all are later. -1 in a log without frames. */
    int frameAt(Instant instant);

    /** The last frame whose record stands before this record, -1 when there is none. */
    int frameBefore(int record);

    /** Records of this kind in order of the file. */
    int count(EventKind kind);

    /** The n-th record of this kind. */
    int recordOf(EventKind kind, int n);

    /** The newest record of this kind at or before {@code record}; -1 when there is none. */
    int lastOf(EventKind kind, int record);

    /**
     * The first frame that shows the electrodes as they are set next: the one after the next electrode_state record
     * behind this frame. -1 when there is none.
     */
    default int nextElectrodeChange(int frame) {
        int next = countUntil(EventKind.ELECTRODE_STATE, recordOfFrame(frame));
        if (next == count(EventKind.ELECTRODE_STATE)) {
            return -1;
        }
        int shown = frameBefore(recordOf(EventKind.ELECTRODE_STATE, next)) + 1;
        return shown < frames() ? shown : -1;
    }

    /** As {@link #nextElectrodeChange}, backwards: the newest such frame before this one. -1 when there is none. */
    default int previousElectrodeChange(int frame) {
        int last = countUntil(EventKind.ELECTRODE_STATE, recordOfFrame(frame)) - 1;
        for (int n = last; n >= 0; n--) {
            int record = recordOf(EventKind.ELECTRODE_STATE, n);
            int shown = frameBefore(record) + 1;
            if (record >= headRecords() && shown < frame) {
                return shown;
            }
        }
        return -1;
    }

    /** How many records of this kind stand at or before {@code record}. */
    default int countUntil(EventKind kind, int record) {
        int low = 0;
        int high = count(kind);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recordOf(kind, middle) <= record) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Number of records at the front that only restate what was known before the recording began. */
    int headRecords();

    /** Time of the first image, else of the first timed event, else the epoch. */
    Instant timeZero();

    /** From the first to the last timed record, head state left out. */
    Duration duration();

    List<Damage> damage();

    /** Pauses between frames that are much longer than usual in this log. */
    List<Gap> gaps();

    /** A pause between two frames. */
    record Gap(int afterFrame, Instant start, Instant end) {
    }
}
