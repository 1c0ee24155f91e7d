package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Bytes;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/**
 * P5: 60 frames of 400 kB a second over loopback into a segment with the live view on, and each record written by a
 * plain FileChannel to a second file on the same disk. {@code -Dbench.seconds} sets how long (default 30).
 */
final class RecordBench {
    private static final int FPS = 60;
    private static final int BYTES = 400_000;

    private RecordBench() {
    }

    static void run() throws Exception {
        Screen.start();
        int seconds = Integer.getInteger("bench.seconds", 30);
        List<Bytes> jpegs = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            jpegs.add(TestPictures.jpeg(1280, 960, BYTES, seed));
        }
        Path folder = folder();
        Vertx vertx = Vertx.vertx();
        try (Frames frames = new Frames(vertx, jpegs); TimedDisk disk = new TimedDisk(folder.resolve("plain.bin"))) {
            record(vertx, frames, disk, folder, seconds);
        } finally {
            vertx.close();
            delete(folder);
        }
    }

    private static Path folder() throws IOException {
        Path at = Path.of(System.getProperty("bench.folder", System.getProperty("java.io.tmpdir")));
        Files.createDirectories(at);
        return Files.createTempDirectory(at, "record");
    }

    private static void record(Vertx vertx, Frames frames, TimedDisk disk, Path folder, int seconds)
            throws Exception {
        RecorderSettings settings = RecorderSettings.DEFAULT;
        try (Recorder recorder = new Recorder("bench", settings, InstantSource.system(), System::nanoTime, disk,
                Duration.ofSeconds(1));
                LiveRig rig = new LiveRig(new PurpleDropSource(vertx, frames.address(),
                        URI.create("http://127.0.0.1:9/rpc")), recorder)) {
            recorder.start(SessionFolder.create(folder, Session.named("bench", Instant.now())));
            frames.pace(FPS);
            // Time to warm up, and for the pre-roll's memory to be in use.
            TimeUnit.SECONDS.sleep(12);
            long before = heap();
            disk.ours().clear();
            disk.plain().clear();
            TimeUnit.SECONDS.sleep(seconds);
            long after = heap();
            frames.pace(0);
            TimeUnit.MILLISECONDS.sleep(1500);
            long lost = recorder.status().lost() + rig.model().figures().lost();
            Segment segment = recorder.stop();
            report(frames, disk, rig, segment, lost, before, after, seconds);
        }
    }

    private static void report(Frames frames, TimedDisk disk, LiveRig rig, Segment segment, long lost, long before,
            long after, int seconds) {
        System.out.printf(Locale.ROOT, "P5 %d s of %d fps x %d kB, live view on (0 lost, append p99 <= 2 ms): sent %d, "
                + "recorded %d, lost %d, sent late %d%n", seconds + 12, FPS, BYTES / 1000, frames.sent(),
                segment.frames(), lost, frames.late());
        System.out.printf(Locale.ROOT, "   append %s   plain FileChannel %s   ratio p50 %.2f%n", disk.ours(),
                disk.plain(), disk.plain().at(0.5) / disk.ours().at(0.5));
        System.out.printf(Locale.ROOT, "   heap after collection %d MB, %d s later %d MB; live view %s%n",
                before >> 20, seconds, after >> 20, rig.delays());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
