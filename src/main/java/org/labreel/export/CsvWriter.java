package org.labreel.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.labreel.model.DeviceState;
import org.labreel.model.Floats;

/** A table (RFC 4180, UTF-8) with one line per frame of the clip; what is not known stays empty. */
final class CsvWriter implements AutoCloseable {
    private static final String HEADER = "index,log,frame,time_utc,elapsed_s,clip_s,electrodes_on,"
            + "active_capacitance_pF,group_capacitance_pF,voltage_V,voltage_target_V,temperatures_C,damage";

    private final TargetFile file;
    private final BufferedWriter out;
    private final List<ExportRequest.Range> ranges;
    private int index;

    CsvWriter(Path target, List<ExportRequest.Range> ranges) throws IOException {
        this.ranges = ranges;
        file = new TargetFile(target);
        try {
            out = Files.newBufferedWriter(file.part());
            line(HEADER);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write("\r\n");
    }

    void add(FrameFacts facts) throws IOException {
        PlannedFrame frame = facts.frame();
        DeviceState state = facts.state();
        Optional<String> pins = state.electrodes().map(
                e -> e.active().pins().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        List<String> cells = List.of(Integer.toString(index++),
                String.valueOf(ranges.get(frame.range()).log().getFileName()), Integer.toString(frame.frame()),
                frame.time().toString(), seconds(frame.elapsed()),
                String.format(Locale.ROOT, "%.6f", (double) frame.pts() / ExportPlan.TICKS_PER_SECOND),
                pins.orElse(""), state.active().map(e -> Float.toString(e.calibrated())).orElse(""),
                state.groups().map(e -> list(e.picofarads())).orElse(""),
                state.highVoltage().map(e -> Float.toString(e.volts())).orElse(""),
                state.highVoltage().map(e -> Float.toString(e.targetVolts())).orElse(""),
                state.temperatures().map(e -> list(e.celsius())).orElse(""), facts.damage().orElse(""));
        line(cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.getSeconds() + duration.getNano() / 1e9);
    }

    private static String list(Floats floats) {
        return IntStream.range(0, floats.size()).mapToObj(i -> Float.toString(floats.get(i)))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    void commit() throws IOException {
        out.close();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.close();
        }
    }
}
