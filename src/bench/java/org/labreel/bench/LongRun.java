package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.PurpleDropSource;
import org.labreel.log.LogReader;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/**
 * Ten minutes of 60 frames of 400 kB a second with the live view on (about 15 GB of disk, given back at the end): all
 * that was sent must be in the segments, and the heap must not grow. {@code -Dbench.seconds} sets how long (default
 * 600).
 */
final class LongRun {
    private static final int SECONDS = 600;
    private static final int SAMPLE_SECONDS = 60;
    private static final URI NO_RPC = URI.create("http://127.0.0.1:9/rpc");

    private LongRun() {
    }

    static void run() throws Exception {
        Screen.start();
        int seconds = Integer.getInteger("bench.seconds", SECONDS);
        Vertx vertx = Vertx.vertx();
        try (Scratch scratch = new Scratch("long-run");
                Frames frames = new Frames(vertx, Frames.jpegs(RecordBench.BYTES))) {
            record(vertx, frames, scratch.folder(), seconds);
        } finally {
            vertx.close();
        }
    }

    private static void record(Vertx vertx, Frames frames, Path root, int seconds) throws Exception {
        TimedDisk disk = new TimedDisk();
        SessionFolder folder = SessionFolder.create(root, Session.named("long run", Instant.now()));
        try (Recorder recorder = new Recorder("bench", RecorderSettings.DEFAULT, InstantSource.system(),
                System::nanoTime, disk, Duration.ofSeconds(1));
                LiveRig rig = new LiveRig(new PurpleDropSource(vertx, frames.address(), NO_RPC), recorder)) {
            recorder.start(folder);
            frames.pace(RecordBench.FPS);
            long cpu = cpuNanos();
            for (int done = 0; done < seconds; done += SAMPLE_SECONDS) {
                TimeUnit.SECONDS.sleep(Math.min(SAMPLE_SECONDS, seconds - done));
                System.out.printf(Locale.ROOT, "   %4d s: sent %d, recorded %d, lost %d, waiting %.1f MB, heap after "
                        + "collection %d MB, %.1f fps shown%n", Math.min(seconds, done + SAMPLE_SECONDS),
                        frames.sent(), recorder.status().frames(),
                        recorder.status().lost() + rig.model().figures().lost(),
                        recorder.status().queuedBytes() / 1e6, heapMegabytes(), rig.model().figures().shown());
            }
            double processors = (cpuNanos() - cpu) / 1e9 / seconds;
            frames.pace(0);
            TimeUnit.SECONDS.sleep(3);
            long lost = recorder.status().lost() + rig.model().figures().lost();
            recorder.stop();
            report(frames, disk, rig, folder, lost, processors);
        }
    }

    private static void report(Frames frames, TimedDisk disk, LiveRig rig, SessionFolder folder, long lost,
            double processors) throws IOException {
        long written = 0;
        long damaged = 0;
        for (Segment segment : folder.session().segments()) {
            try (LogReader reader = LogReader.open(folder.path().resolve(segment.file()))) {
                for (int frame = 0; frame < reader.index().frames(); frame++) {
                    damaged += frames.sends(reader.image(frame)) ? 0 : 1;
                }
                written += reader.index().frames();
                damaged += reader.index().damage().size();
            }
        }
        System.out.printf(Locale.ROOT,
                "P5 long run: sent %d, in %d segments %d, lost %d, not as sent %d, not sent in time %d; "
                        + "append %s; live view %s; %.2f processors for feed, server and view%n",
                frames.sent(),
                folder.session().segments().size(), written, lost, damaged, frames.late(), disk.writes(),
                rig.delays(), processors);
        if (written != frames.sent() || lost != 0 || damaged != 0) {
            throw new IllegalStateException("not all that was sent is in the segments");
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
