package org.labreel.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.labreel.archive.SessionFolder;
import org.labreel.feed.PurpleDropSource;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

/**
 * P5: 60 frames of 400 kB a second over loopback into a segment with the live view on; and in turn with it, under the
 * same live view, a plain FileChannel that gets as much. {@code -Dbench.seconds} sets how long a turn is (default 10).
 */
final class RecordBench {
    static final int FPS = 60;
    static final int BYTES = 400_000;
    private static final int ROUNDS = 3;
    /** Until the first turn: time to warm up, and for the pre-roll's memory to be in use. */
    private static final int WARM_UP_SECONDS = 12;
    private static final URI NO_RPC = URI.create("http://127.0.0.1:9/rpc");

    private RecordBench() {
    }

    static void run() throws Exception {
        Screen.start();
        int seconds = Integer.getInteger("bench.seconds", 10);
        Vertx vertx = Vertx.vertx();
        try (Scratch scratch = new Scratch("record"); Frames frames = new Frames(vertx, Frames.jpegs(BYTES))) {
            duel(vertx, frames, scratch.folder(), seconds);
        } finally {
            vertx.close();
        }
    }

    private static void duel(Vertx vertx, Frames frames, Path folder, int seconds) throws Exception {
        TimedDisk disk = new TimedDisk();
        double[][] p50 = new double[2][ROUNDS];
        double[][] p99 = new double[2][ROUNDS];
        try (Recorder recorder = new Recorder("bench", RecorderSettings.DEFAULT, InstantSource.system(),
                System::nanoTime, disk, Duration.ofSeconds(1));
                LiveRig rig = new LiveRig(new PurpleDropSource(vertx, frames.address(), NO_RPC), recorder)) {
            frames.pace(FPS);
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                Delays ours = ours(recorder, disk, folder, seconds, rig);
                Delays plain = PlainWriter.run(folder.resolve("plain" + round + ".bin"), BYTES, FPS, seconds);
                System.out.printf(Locale.ROOT, "   append %s   plain FileChannel %s%n", ours, plain);
                p50[0][round] = ours.at(0.5);
                p99[0][round] = ours.at(0.99);
                p50[1][round] = plain.at(0.5);
                p99[1][round] = plain.at(0.99);
            }
            System.out.printf(Locale.ROOT, "P5 append at %d fps x %d kB, live view on (p99 <= 2 ms): p50 %.2f p99 %.2f "
                    + "ms;  plain FileChannel p50 %.2f p99 %.2f ms;  ratio p50 %.2f p99 %.2f;  not sent in time %d%n",
                    FPS,
                    BYTES / 1000, Duel.median(p50[0]), Duel.median(p99[0]), Duel.median(p50[1]),
                    Duel.median(p99[1]), Duel.median(p50[1]) / Duel.median(p50[0]),
                    Duel.median(p99[1]) / Duel.median(p99[0]), frames.late());
        }
    }

    /** One turn: a segment of its own, so that the disk rests from it while the peer has its turn. */
    private static Delays ours(Recorder recorder, TimedDisk disk, Path folder, int seconds, LiveRig rig)
            throws IOException, InterruptedException {
        recorder.start(SessionFolder.create(folder, Session.named("bench", Instant.now())));
        // The pre-roll goes in at once; it is no append of a running feed.
        TimeUnit.SECONDS.sleep(1);
        disk.writes().clear();
        TimeUnit.SECONDS.sleep(seconds);
        Delays turn = disk.writes().copy();
        long lost = recorder.status().lost() + rig.model().figures().lost();
        Segment segment = recorder.stop();
        System.out.printf(Locale.ROOT, "   recorded %d frames, lost %d (0 wanted); live view %s%n", segment.frames(),
                lost, rig.delays());
        return turn;
    }
}
