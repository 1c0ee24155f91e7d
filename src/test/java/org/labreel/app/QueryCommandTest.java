package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.ui.browser.SmallLog;

class QueryCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Object... words) {
        String[] args = new String[words.length + 1];
        args[0] = "query";
        for (int i = 0; i < words.length; i++) {
            args[i + 1] = words[i].toString();
        }
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return LabreelCommand.commandLine(terminal).execute(args);
    }

    @Test
    void rangesArePrintedForPeople() {
        Path log = SmallLog.ofFrames(10).write(folder.resolve("mixing.bin"));
        assertThat(run(log, "voltage > 152 and voltage < 158")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("mixing.bin: 1 hit")
                .contains("0.300 s  for    0.600 s  frames 3..8");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void rangesArePrintedForScriptsLogByLog() throws IOException {
        Path first = SmallLog.ofFrames(10).write(folder.resolve("a.bin"));
        Path broken = Files.writeString(folder.resolve("b.bin"), "no log");
        Path last = SmallLog.ofFrames(4).write(folder.resolve("c.bin"));
        assertThat(run(first, broken, last, "changed(pins)", "--json")).isEqualTo(1);
        JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(json.path("query").asText()).isEqualTo("changed(pins)");
        assertThat(json.path("logs")).hasSize(3);
        assertThat(json.at("/logs/0/hits")).hasSize(4);
        assertThat(json.at("/logs/0/hits/1/firstFrame").asInt()).isEqualTo(3);
        assertThat(json.at("/logs/0/hits/1/startSeconds").asDouble()).isEqualTo(0.2);
        assertThat(json.at("/logs/1/error").asText()).contains("b.bin");
        assertThat(json.at("/logs/2/hits")).hasSize(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void wrongQueryIsWrongUsageWithItsPlace() {
        Path log = SmallLog.ofFrames(3).write(folder.resolve("a.bin"));
        assertThat(run(log, "volts > 3")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("labreel: the query cannot be understood: There is")
                .contains("Did you mean “voltage”?").contains("volts > 3\n^^^^^\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(run(log)).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere.bin"), "gap")).isEqualTo(1);
    }
}
