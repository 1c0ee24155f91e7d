package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Segment;
import org.labreel.model.Session;

/**
 * Kills a process that records, at a moment that nobody chose, and reads what it left. How often is told by the system
 * property {@code labreel.kills}, 3 if it is not set.
 */
class KillTest {
    @TempDir
    private Path root;

    @Test
    void noRecordThatWasWrittenIsLostWhenTheProcessIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = Integer.getInteger("labreel.kills", 3);
        for (int round = 0; round < kills; round++) {
            Path folder = root.resolve("round-" + round);
            SessionFolder session = SessionFolder.create(folder, Session.named("kill", Feed.START));
            int written = killAfter(session.path(), 1 + random.nextInt(40));
            Session found = SessionFolder.open(session.path()).session();
            long records = 0;
            for (Segment segment : found.segments()) {
                assertThat(segment.end()).isEmpty();
                try (LogReader log = LogReader.open(session.file(segment))) {
                    records += log.index().frames();
                    for (int frame = 0; frame < log.index().frames(); frame++) {
                        assertThat(log.image(frame).length()).isEqualTo(5000);
                    }
                }
            }
            assertThat(records).as("seed %s round %s", seed, round).isGreaterThanOrEqualTo(written);
        }
    }

    /** @return how many frames the process said that it had written */
    private static int killAfter(Path session, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream
                .of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), Victim.class.getName(), session.toString())
                .toList()).redirectErrorStream(true).start();
        int written = 0;
        try (BufferedReader out = process.inputReader()) {
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                String line = String.valueOf(out.readLine());
                heard.add(line);
                assertThat(line).as("%s", heard).matches("\\d+");
                written = Integer.parseInt(line);
            }
            process.destroyForcibly().waitFor();
        }
        return written;
    }

    /** Records as fast as it can and says after each few frames how many are written. */
    static final class Victim {
        private Victim() {
        }

        public static void main(String[] args) throws IOException {
            Feed feed = new Feed(3);
            Recorder recorder = new Recorder("ws://victim", RecorderSettings.DEFAULT, InstantSource.system(),
                    feed::nanos, new FaultyDisk(), Duration.ofMillis(50));
            SessionFolder folder = SessionFolder.open(Path.of(args[0]));
            recorder.start(folder);
            for (int frames = 1;; frames++) {
                recorder.accept(feed.pass(0.01).image(5000));
                if (frames % 7 == 0) {
                    while (recorder.status().frames() < frames) {
                        Thread.onSpinWait();
                    }
                    System.out.println(frames);
                }
            }
        }
    }
}
