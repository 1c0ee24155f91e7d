package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labreel.log.TestLogs;

/** Exit codes and the one line that a user gets when something is wrong. */
class CommandLineTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "record", "info", "doctor", "export", "demo", "tour", "sources", "serve"})
    void everyCommandExplainsItself(String command) {
        assertThat(command.isEmpty() ? run("-h") : run(command, "-h")).isZero();
        assertThat(text(out)).startsWith("Usage: labreel " + command);
    }

    @Test
    void demoIsASourceThoughACommandIsCalledSo() {
        Terminal terminal = new Terminal(print(out), print(err), false);
        var parsed = LabreelCommand.commandLine(terminal).parseArgs("--source", "demo");

        assertThat(parsed.hasSubcommand()).isFalse();
        assertThat(parsed.matchedOptionValue("--source", "")).isEqualTo("demo");
    }

    @Test
    void wrongUsageIsCodeTwo() {
        assertThat(run("inof")).isEqualTo(2);
        assertThat(run("export", "a.bin")).isEqualTo(2);
        assertThat(run("export", "a.bin", "--to", "a.mp4", "--frames", "3")).isEqualTo(2);
        assertThat(run("export", "a.bin", "--to", "a.mp4", "--frames", "0..3", "--from", "1")).isEqualTo(2);
        assertThat(run("export", "a.bin", "--to", "a.mp4", "--speed", "0")).isEqualTo(2);
        assertThat(run("demo", "--size", "huge")).isEqualTo(2);
        assertThat(run("serve", "--pi-allow", "10.0.0.1")).isEqualTo(2);
        assertThat(run("serve", "--pi-port", "0", "--pi-allow", "bench")).isEqualTo(2);
        assertThat(run("sources", "--seconds", "0")).isEqualTo(2);
        assertThat(run("record", "--source", "http://x", "a.bin")).isEqualTo(2);
    }

    @Test
    void aMissingFileIsOneLineAndCodeOne() {
        assertThat(run("info", folder.resolve("none.bin").toString())).isEqualTo(1);
        assertThat(text(err)).hasLineCount(1).contains("there is no file").contains("none.bin");
    }

    @Test
    void replayedLogIsRecordedByteForByteAndEndsTheRecording() throws IOException {
        Path log = TestLogs.write(folder, TestLogs.log(TestLogs.bodies(5, 500)));
        Path copy = folder.resolve("copy.bin");
        assertThat(run("record", "--source", "replay:" + log + "?speed=max", copy.toString())).isZero();
        assertThat(copy).hasSameBinaryContentAs(log);
    }

    @Test
    void whatIsNoLogIsSaidInOneLine() throws IOException {
        assertFails(Files.createFile(folder.resolve("empty.bin")), "empty");
        assertFails(Files.write(folder.resolve("three.bin"), new byte[]{1, 2, 3}), "3 bytes");
        assertFails(Files.writeString(folder.resolve("text.bin"), "This is a text, not a log.\n".repeat(50)), "log");
        assertFails(folder, "is a folder");
    }

    @Test
    void whatKeepsAServerFromListeningIsSaidAsItIs() {
        assertThat(ErrorLines.line(listening("Address already in use"))).contains("port is in use");
        assertThat(ErrorLines.line(listening("Cannot assign requested address"))).contains("none of this computer's");
        assertThat(ErrorLines.line(new UncheckedIOException(new IOException("The demo feed was interrupted"))))
                .isEqualTo("The demo feed was interrupted");
    }

    private static UncheckedIOException listening(String why) {
        return new UncheckedIOException(new IOException("It failed", new BindException(why)));
    }

    @Test
    void whatCannotBeAFileNameIsSaidInOneLine() {
        assertThat(run("info", "a\0b.bin")).isEqualTo(2);
        assertThat(text(err)).hasLineCount(1).contains("no file can be called").doesNotContain("Exception");
        err.reset();
        assertThat(run("query", "a\0b.bin", "gap")).isEqualTo(1);
        assertThat(text(err)).hasLineCount(1).contains("no file can be called").doesNotContain("Exception");
        err.reset();
        assertThat(run("info", "")).isEqualTo(2);
        assertThat(text(err)).hasLineCount(1).contains("empty").doesNotContain("folder");
    }

    private void assertFails(Path file, String word) {
        err.reset();
        assertThat(run("info", file.toString())).isEqualTo(1);
        assertThat(text(err)).hasLineCount(1).contains(word).doesNotContain("Exception");
    }

    private int run(String... args) {
        out.reset();
        Terminal terminal = new Terminal(print(out), print(err), false);
        return LabreelCommand.commandLine(terminal).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8)).execute(args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
