package org.labreel.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;

/** The logs of a request, each opened once. */
final class OpenLogs implements AutoCloseable {
    private final Map<Path, LogReader> readers = new LinkedHashMap<>();
    private final List<LogReader> byRange = new ArrayList<>();

    OpenLogs(List<ExportRequest.Range> ranges, BooleanSupplier cancelled) throws IOException {
        try {
            for (ExportRequest.Range range : ranges) {
                LogReader reader = readers.get(range.log());
                if (reader == null) {
                    reader = LogReader.open(range.log(), _ -> {
                    }, cancelled);
                    readers.put(range.log(), reader);
                }
                byRange.add(reader);
            }
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
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
