package org.labreel.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.labreel.Patience;
import org.labreel.archive.SessionFolder;
import org.labreel.codec.EventCodec;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FeedListener;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Source;
import org.labreel.model.Arrival;
import org.labreel.model.Board;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.JournalEntry;
import org.labreel.model.RawMessage;
import org.labreel.model.Session;
import org.labreel.record.RecorderSettings;

/** Cameras, two clocks and an engine in the hands of a test. */
final class Lab implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");

    Path root;
    final List<Camera> cameras = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong steppedNanos = new AtomicLong();
    final FeedClock clock = new FeedClock(this::now, nanos::get);
    EngineSettings settings = new EngineSettings(
            new RecorderSettings(Duration.ofSeconds(2), 1 << 20, 8 << 20, 1L << 30, false, 0),
            Due.MissedStart.START_LATE, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ZERO);
    private SessionEngine engine;

    Lab(Path root, int count) {
        this.root = root;
        for (int i = 0; i < count; i++) {
            cameras.add(new Camera("ws://camera" + i + ":7001"));
        }
        this.engine = open();
    }

    /** A camera that sends what the test tells it to. */
    final class Camera implements Source {
        final CameraFeed feed;
        private final String address;
        private Optional<FeedListener> listener = Optional.empty();
        boolean down;
        /** It sends nothing when time passes. */
        boolean silent;
        int opened;

        Camera(String address) {
            this.address = address;
            this.feed = new CameraFeed(new Session.Camera(UUID.nameUUIDFromBytes(address.getBytes(
                    StandardCharsets.UTF_8)), "REALSENSE_D435", "S1", address), () -> this,
                    clock.monotonicNanos());
        }

        Session.Camera camera() {
            return feed.camera();
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public void start(FeedListener hearer) {
            opened++;
            listener = Optional.of(hearer);
            hearer.status(down
                    ? new FeedStatus(FeedStatus.State.WAITING, "Connection refused; trying again", 1)
                    : new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address, 0));
        }

        /** It was not there before. */
        void comes() {
            listener.ifPresent(hearer -> hearer.status(
                    new FeedStatus(FeedStatus.State.CONNECTED, "Connected to " + address, 0)));
        }

        void tells(Board board) {
            listener.ifPresent(hearer -> hearer.board(board));
        }

        boolean connected() {
            return listener.isPresent();
        }

        /** A frame of 640x480 by its header. */
        void frame() {
            byte[] bytes = new byte[400];
            ByteBuffer.wrap(bytes).putShort((short) 0xffd8).putShort((short) 0xffc0).putShort((short) 17)
                    .put((byte) 8).putShort((short) 480).putShort((short) 640)
                    .put(new byte[]{3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
            // A tail of zeros would look like what a power cut leaves.
            Arrays.fill(bytes, 21, bytes.length, (byte) 0x5a);
            bytes[100] = (byte) nanos.get();
            Bytes event = EventCodec.encode(new DeviceEvent.Image(Optional.of(now()), Bytes.wrap(bytes)));
            listener.ifPresent(hearer -> hearer.message(new RawMessage(event, new Arrival(now(), nanos.get()))));
        }

        @Override
        public void close() {
            listener = Optional.empty();
        }
    }

    private SessionEngine open() {
        return new SessionEngine(root, new Rig(cameras.stream().map(camera -> camera.feed).toList()), settings, clock,
                Runnable::run);
    }

    /** A new run of the program, which connects so long before a scheduled start. */
    void connectAhead(Duration ahead) {
        settings = new EngineSettings(settings.recorder(), settings.missedStart(), settings.grace(),
                settings.clockStep(), ahead);
        engine = open();
    }

    SessionEngine engine() {
        return engine;
    }

    Instant now() {
        return NOON.plusNanos(nanos.get() + steppedNanos.get());
    }

    /** Lets time pass in steps, with frames of all connected cameras and a look at the clock at each. */
    void pass(Duration time) {
        long until = nanos.get() + time.toNanos();
        long step = Math.max(Duration.ofMillis(100).toNanos(), time.toNanos() / 200);
        while (nanos.get() < until) {
            nanos.addAndGet(Math.min(step, until - nanos.get()));
            cameras.stream().filter(camera -> !camera.silent).forEach(Camera::frame);
            engine.tick();
        }
    }

    void pass(double seconds) {
        pass(Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    /** Sets the wall clock. */
    void step(Duration by) {
        steppedNanos.addAndGet(by.toNanos());
        engine.tick();
    }

    /** The program is killed: nothing is completed, and nothing more is done. */
    void restart(Duration after) {
        nanos.addAndGet(after.toNanos());
        engine = open();
    }

    /** The same of one that records: it still holds its folders, so what lies there is opened as a copy. */
    void restart(Duration after, Path copy) throws IOException {
        copyAll(root, copy);
        engine.close();
        root = copy;
        restart(after);
    }

    /** What another program left is found here. */
    void take(Path left) throws IOException {
        copyAll(left, root);
        restart(Duration.ZERO);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // The new form of a file that was just put in the place of the old one.
        }
    }

    UUID plan(String name, Session.Plan plan) {
        return get(engine.create(name, plan)).session().id();
    }

    Session.Plan plan() {
        return Session.Plan.NONE.withCameras(cameras.stream().map(Camera::camera).toList());
    }

    SessionView change(UUID id, Session.State to) {
        return get(engine.change(id, to));
    }

    /** So many frames of each camera are on the disk, in this order; session.json may not know of them yet. */
    void awaitWritten(UUID id, List<Long> frames) {
        Patience.until(() -> {
            List<CameraView> views = engine.session(id).orElseThrow().cameras();
            return IntStream.range(0, frames.size()).allMatch(i -> views.get(i).frames() >= frames.get(i));
        });
    }

    /** What stands on disk is as wanted. */
    void awaitStored(UUID id, Predicate<Session> so) {
        Patience.until(() -> {
            try {
                return so.test(stored(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Session session(UUID id) {
        return engine.session(id).orElseThrow().session();
    }

    /** What stands on disk, as another program would read it. */
    Session stored(UUID id) throws IOException {
        return SessionFolder.open(engine.folder(id).orElseThrow()).session();
    }

    /** What its journal says, oldest first. */
    static List<String> journal(Session session) {
        return session.journal().stream().map(JournalEntry::text).toList();
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
