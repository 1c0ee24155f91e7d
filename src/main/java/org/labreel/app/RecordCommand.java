package org.labreel.app;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.record.FileRecording;
import org.labreel.serve.DemoServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Records a feed into one file, byte for byte, and goes on when the source comes back. */
@Command(name = "record", mixinStandardHelpOptions = true, sortOptions = false, description = "Record a feed into one file, byte for byte, until stopped. An existing file is never touched.")
final class RecordCommand implements Callable<Integer> {
    private static final long QUEUE_BYTES = 256L << 20;

    /** With --seconds: how much longer the first message may take to come. */
    private static final double PATIENCE_SECONDS = 30;

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "URL", required = true, description = "ws://HOST[:7001], cpl://HOST[:10000], pi://HOST[:9898], a log to play (PATH or replay:PATH?speed=2&loop=true), or demo.")
    private String source = "";

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "0", description = "Stop this long after the first message, or when none came 30 s past that; 0 = not by time.")
    private double seconds;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "0", description = "Stop after this many images; 0 = not by count.")
    private long frames;

    @Parameters(paramLabel = "FILE", description = "The log to make.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    RecordCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(seconds >= 0 && seconds < 1e9) || frames < 0) {
            throw new ParameterException(spec.commandLine(), "--seconds and --frames are 0 or more");
        }
        SourceChoice choice = choice();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandFailure("the folder " + folder + " does not exist");
        }
        Vertx vertx = Vertx.vertx();
        CountDownLatch stop = new CountDownLatch(1);
        try (var end = Interrupts.asEnd(stop::countDown)) {
            FileRecording recording = new FileRecording(file, QUEUE_BYTES, frames);
            Ear ear = new Ear(recording, stop);
            try (recording;
                    Sources sources = new Sources(() -> vertx, DemoServer.Settings.DEFAULT);
                    Source feed = sources.shared(choice).branch()) {
                feed.start(ear);
                watch(recording, ear, stop);
            }
            report(recording, ear);
            if (recording.records() == 0) {
                // An empty file of our own making holds nothing and would only be in the way of the next try.
                Files.deleteIfExists(file);
                return end.with(1);
            }
            return end.with(recording.failure().isPresent() ? 1 : 0);
        } finally {
            vertx.close();
        }
    }

    private SourceChoice choice() {
        try {
            return SourceChoice.of(source);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private void watch(FileRecording recording, Ear ear, CountDownLatch stop) throws InterruptedException {
        long start = System.nanoTime();
        while (!stop.await(200, TimeUnit.MILLISECONDS) && recording.failure().isEmpty()) {
            Duration elapsed = ear.elapsed();
            double waited = (System.nanoTime() - start) / 1e9;
            boolean inVain = elapsed.isZero() && waited >= seconds + PATIENCE_SECONDS;
            if (seconds > 0 && (elapsed.toNanos() >= seconds * 1e9 || inVain)) {
                return;
            }
            terminal.figures(String.format(Locale.ROOT, "%s  %d frames  %s  %d lost",
                    Terminal.shortDuration(elapsed), recording.frames(), Terminal.bytes(recording.bytes()),
                    recording.lost()));
        }
    }

    private void report(FileRecording recording, Ear ear) {
        terminal.result(String.format(Locale.ROOT, "%s: %d records, %d frames, %s, %d lost", file,
                recording.records(), recording.frames(), Terminal.bytes(recording.bytes()),
                recording.lost() + ear.lost.get()));
        String kept = Files.exists(file) ? ", what was written before is kept" : "";
        recording.failure().ifPresent(e -> terminal.fail("recording stopped" + kept + ": " + ErrorLines.line(e)));
        if (recording.unfit() > 0) {
            terminal.say("Messages that were empty or too large, which no log can hold (counted as lost): "
                    + recording.unfit());
        }
        if (recording.records() == 0 && recording.failure().isEmpty() && recording.lost() == 0) {
            terminal.say("Nothing was received; is the device server running at "
                    + choice().address() + "?");
        }
    }

    /** Hears the feed for the recording and tells the user what goes on. */
    private final class Ear implements FeedListener {
        private final FileRecording recording;
        private final CountDownLatch stop;
        private final AtomicLong firstNanos = new AtomicLong(Long.MIN_VALUE);
        private final AtomicLong lost = new AtomicLong();

        Ear(FileRecording recording, CountDownLatch stop) {
            this.recording = recording;
            this.stop = stop;
        }

        Duration elapsed() {
            long first = firstNanos.get();
            return first == Long.MIN_VALUE ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - first);
        }

        @Override
        public void message(RawMessage message) {
            firstNanos.compareAndSet(Long.MIN_VALUE, message.arrival().monotonicNanos());
            if (!recording.accept(message)) {
                stop.countDown();
            }
        }

        @Override
        public void status(FeedStatus status) {
            terminal.say(status.text());
            if (status.state() == FeedStatus.State.CLOSED) {
                stop.countDown();
            }
        }

        @Override
        public void loss(Loss loss) {
            lost.addAndGet(loss.count());
            terminal.say(loss.detail());
        }

        @Override
        public void board(Board board) {
            // A plain log has no place for it.
        }

        @Override
        public void told(DeviceEvent event) {
            // Told by RPC, not by the feed: it never goes into a log.
        }
    }
}
