package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import org.labreel.log.LogReader;
import org.labreel.log.Sidecar;
import org.labreel.model.Arrival;
import org.labreel.ui.timeline.EpochNanos;

/** A segment on disk, also while it is being written. */
final class RecordedPast implements Past {
    private final LogReader reader;

    RecordedPast(Path file) throws IOException {
        this.reader = LogReader.open(file);
    }

    Path file() {
        return reader.file();
    }

    @Override
    public int frames() {
        return reader.index().frames();
    }

    /** As the timeline of the present tells time: by arrival. The stamps of the device may be of another clock. */
    @Override
    public long nanos(int frame) throws IOException {
        int record = reader.index().recordOfFrame(frame);
        return EpochNanos.of(reader.entry(record).flatMap(Sidecar.Entry::arrival).map(Arrival::wall)
                .orElse(reader.index().time(record)));
    }

    @Override
    public Moment moment(int frame) throws IOException {
        return new Moment(reader.image(frame), reader.stateAt(reader.index().recordOfFrame(frame)));
    }

    @Override
    public void refresh() throws IOException {
        if (reader.changed()) {
            reader.refresh();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
