package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;

/** The logs of a request, each opened once. */
final class OpenLogs implements AutoCloseable {
    private final Map<Path, LogReader> readers = new LinkedHashMap<>();
    private final List<LogReader> byRange = new ArrayList<>();

    private final Optional<Mosaic> mosaic;

    OpenLogs(ExportRequest request, BooleanSupplier cancelled) throws IOException {
        try {
            for (ExportRequest.Range range : request.ranges()) {
                byRange.add(open(range.log(), cancelled));
            }
            List<LogReader> beside = new ArrayList<>();
            for (SideBySide.Camera camera : request.sideBySide().cameras()) {
                beside.add(open(camera.log(), cancelled));
            }
            mosaic = beside.isEmpty() ? Optional.empty() : Optional.of(new Mosaic(request, byRange, beside));
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private LogReader open(Path log, BooleanSupplier cancelled) throws IOException {
        LogReader reader = readers.get(log);
        if (reader == null) {
            reader = LogReader.open(log, _ -> {
            }, cancelled);
            readers.put(log, reader);
        }
        return reader;
    }

    private void closeAfter(Exception cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    LogReader of(PlannedFrame frame) {
        return byRange.get(frame.range());
    }

    /** How the pictures of several cameras stand beside each other, where there are several. */
    Optional<Mosaic> mosaic() {
        return mosaic;
    }

    List<LogIndex> indexes() {
        return byRange.stream().map(LogReader::index).toList();
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (LogReader reader : readers.values()) {
            try {
                reader.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        readers.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
