package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.ClipReader;
import org.labreel.log.LogReader;

/** {@code labreel export} as it is typed. */
class ExportCommandTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path log = Path.of("");
    private int frames;

    @BeforeEach
    void copyLog() throws IOException {
        log = folder.resolve("run.bin");
        try (InputStream in = LogReader.class.getResourceAsStream("purpledrop-part.bin")) {
            Files.write(log, Objects.requireNonNull(in, "purpledrop-part.bin").readAllBytes());
        }
        try (LogReader reader = LogReader.open(log)) {
            frames = reader.index().frames();
        }
    }

    private int run(Object... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(print(out), print(err), false);
        List<String> words = Stream.concat(Stream.of("export"), Stream.of(args).map(Object::toString)).toList();
        return LabreelCommand.commandLine(terminal).setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8)).execute(words.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream from) {
        return from.toString(StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void aClipComesWithTheFileFromWhichItIsMadeAgain() throws IOException {
        Path clip = folder.resolve("clip.mp4");
        assertThat(run(log, "--to", clip, "--overlay", "time", "--speed", "10")).isZero();
        assertThat(text(out)).contains("clip.mp4: " + (frames == 1 ? "1 frame," : frames + " frames,"));
        assertThat(files()).containsExactly("clip.mp4", "clip.mp4.json", "run.bin");

        assertThat(run("--from-sidecar", folder.resolve("clip.mp4.json"))).isZero();
        assertThat(text(err)).contains("the same clip, bit for bit");
        assertThat(folder.resolve("clip-2.mp4")).hasSameBinaryContentAs(clip);
    }

    @Test
    void aSidecarAllowsNoOtherChoices() {
        assertThat(run("--from-sidecar", "x.json", "--speed", "2")).isEqualTo(2);
        assertThat(text(err)).contains("only --to, --csv and --json");
        assertThat(run("--from-sidecar", folder.resolve("none.json"))).isEqualTo(1);
        assertThat(text(err)).contains("there is no file");
    }

    @Test
    void editedLogIsRefused() throws IOException {
        assertThat(run(log, "--to", folder.resolve("clip.mp4"))).isZero();
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 4;
        Files.write(log, bytes);

        assertThat(run("--from-sidecar", folder.resolve("clip.mp4.json"))).isEqualTo(1);
        assertThat(text(err)).hasLineCount(1).contains("bytes have changed");
    }

    @Test
    void whatIsTypedWrongIsSaidAsItIsTyped() {
        assertThat(run(log, "--to", "a.mp4", "--frames", "9..3")).isEqualTo(2);
        assertThat(text(err)).contains("runs backwards").contains("3..9");
        assertThat(run(log, "--to", "a.mp4", "--from", "5", "--until", "2")).isEqualTo(2);
        assertThat(text(err)).contains("--from is later than --until");
        assertThat(run(log, "--to", "a.mp4", "--preset", "papre")).isEqualTo(2);
        assertThat(text(err)).contains("paper, full, lossless, stills").doesNotContain("PAPER");
        assertThat(run(log, "--to", "a.mp4", "--gaps", "leave")).isEqualTo(2);
        assertThat(text(err)).contains("keep, cut, mark, shorten");
        assertThat(run(log, "--to", "a.mp4", "--zone", "Nowhere")).isEqualTo(2);
        assertThat(run(log)).isEqualTo(2);
        assertThat(text(err)).contains("--to");
    }

    @Test
    void anEndingThatSaysSomethingElseIsRefused() throws IOException {
        assertThat(run(log, "--to", folder.resolve("x.avi"))).isEqualTo(2);
        assertThat(text(err)).hasLineCount(1).contains("something.mp4 or something.mov, not x.avi");
        assertThat(files()).containsExactly("run.bin");
    }

    @Test
    void framesThatAreNotThereAreNamed() {
        assertThat(run(log, "--to", folder.resolve("a.mp4"), "--frames", "0..99999")).isEqualTo(1);
        assertThat(text(err)).contains("0..99999").contains("its frames are 0 to " + (frames - 1));
        assertThat(run(log, "--to", folder.resolve("a.mp4"), "--from", "5000")).isEqualTo(1);
        assertThat(text(err)).contains("lies in that time");
    }

    @Test
    void aBatchMakesWhatItCanAndSumsUp() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.bin"),
                "no log at all, but long enough to look at\n".repeat(9));
        Path clips = folder.resolve("clips");
        Path table = Files.createDirectory(folder.resolve("tables"));
        assertThat(run(log, junk, "--to", clips, "--csv", table, "--no-sidecar")).isEqualTo(1);

        assertThat(text(out)).contains("1 of 2 clips made");
        assertThat(text(err)).contains("junk.bin");
        assertThat(ClipReader.read(clips.resolve("run.mp4")).ptsMicros()).hasSize(frames);
        assertThat(table.resolve("run.csv")).exists();
        assertThat(clips.resolve("run.mp4.json")).doesNotExist();
    }

    @Test
    void rangesBecomeOneClipOrOneEach() throws IOException {
        String last = (frames - 1) + ".." + (frames - 1);
        assertThat(run(log, "--to", folder.resolve("both.mp4"), "--frames", "0..0," + last)).isZero();
        assertThat(ClipReader.read(folder.resolve("both.mp4")).ptsMicros()).hasSize(2);

        Path clips = Files.createDirectory(folder.resolve("clips"));
        assertThat(run(log, "--to", clips, "--frames", "0..0," + last, "--separate")).isZero();
        assertThat(clips.resolve("run-frames-0-0.mp4")).exists();
        assertThat(clips.resolve("run-frames-" + (frames - 1) + "-" + (frames - 1) + ".mp4")).exists();
        assertThat(run(log, "--to", folder.resolve("x.mp4"), "--frames", "0..0", "--separate")).isEqualTo(2);
        assertThat(text(err)).contains("--to must be a folder");
    }

    @Test
    void choicesThatContradictEachOtherAreWrongUsageAlsoForMany() throws IOException {
        assertThat(run(log, log, "--to", folder.resolve("clips"), "--preset", "lossless", "--max-mb", "3"))
                .isEqualTo(2);
        assertThat(text(err)).hasLineCount(1).contains("no size bound can be met", "export -h");
        assertThat(folder.resolve("clips")).isEmptyDirectory();
    }

    @Test
    void scriptsAreToldInOneObjectWhatWasMadeAndWhatNot() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.bin"),
                "no log at all, but long enough to look at\n".repeat(9));
        assertThat(run(log, junk, "--to", folder.resolve("clips"), "--json")).isEqualTo(1);
        JsonNode told = new ObjectMapper().readTree(text(out));
        assertThat(told.at("/clips")).hasSize(1);
        assertThat(told.at("/clips/0/file").asText()).isEqualTo(folder.resolve("clips/run.mp4").toString());
        assertThat(told.at("/clips/0/frames").asInt()).isEqualTo(frames);
        assertThat(told.at("/clips/0/bytes").asLong()).isEqualTo(Files.size(folder.resolve("clips/run.mp4")));
        assertThat(told.at("/failures/0/name").asText()).contains("junk.bin");
        assertThat(told.at("/failures/0/error").asText()).isNotBlank();

        assertThat(run("--from-sidecar", folder.resolve("clips/run.mp4.json"), "--json")).isZero();
        assertThat(new ObjectMapper().readTree(text(out)).at("/clips/0/same").asBoolean()).isTrue();
    }
}
