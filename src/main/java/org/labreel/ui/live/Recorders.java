package org.labreel.ui.live;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Segment;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderStatus;

/**
 * The recorders of all sources of the live page, which work side by side into one session. Safe for several threads.
 */
final class Recorders {
    private volatile List<Part> parts = List.of();

    /** One source with its recorder. */
    record Part(String address, Recorder recorder) {
    }

    /**
     * What came of something asked of all.
     *
     * @param failures
     *            by address
     */
    record Outcome<T>(List<T> results, Map<String, Exception> failures) {
        /**
         * @throws IOException
         *             when there is nothing but failures
         */
        Outcome<T> orThrow() throws IOException {
            Optional<Exception> first = failures.values().stream().findFirst();
            if (!results.isEmpty() || first.isEmpty()) {
                return this;
            }
            switch (first.get()) {
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                case Exception e -> throw new IOException(e);
            }
        }
    }

    synchronized void add(String address, Recorder recorder) {
        List<Part> next = new ArrayList<>(parts);
        next.add(new Part(address, recorder));
        parts = List.copyOf(next);
    }

    synchronized void remove(String address) {
        parts = parts.stream().filter(part -> !part.address().equals(address)).toList();
    }

    List<Part> parts() {
        return parts;
    }

    Optional<Part> of(String address) {
        return parts.stream().filter(part -> part.address().equals(address)).findFirst();
    }

    /** The first that records now. */
    Optional<Part> recording() {
        return parts.stream().filter(part -> part.recorder().status().recording()).findFirst();
    }

    /** Begins a segment of each at the same time. Waits for the disk. */
    Outcome<String> start(SessionFolder into) throws IOException {
        return all(part -> {
            part.recorder().start(into);
            return part.address();
        });
    }

    /** Ends the segments; those that never began have none. Waits for the disk. */
    Outcome<Segment> stop() throws IOException {
        Outcome<Segment> ended = all(part -> part.recorder().stop());
        Map<String, Exception> failures = new LinkedHashMap<>(ended.failures());
        if (!ended.results().isEmpty()) {
            failures.values().removeIf(IllegalStateException.class::isInstance);
        }
        return new Outcome<>(ended.results(), failures);
    }

    private interface Work<T> {
        T of(Part part) throws IOException;
    }

    private <T> Outcome<T> all(Work<T> work) throws IOException {
        List<T> results = new ArrayList<>();
        Map<String, Exception> failures = new LinkedHashMap<>();
        try (ExecutorService sideBySide = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<T>> asked = new LinkedHashMap<>();
            for (Part part : parts) {
                Callable<T> task = () -> work.of(part);
                asked.put(part.address(), sideBySide.submit(task));
            }
            for (Map.Entry<String, Future<T>> each : asked.entrySet()) {
                try {
                    results.add(each.getValue().get());
                } catch (ExecutionException e) {
                    failures.put(each.getKey(), e.getCause() instanceof Exception cause ? cause : e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the recorders were at work", e);
        }
        return new Outcome<>(results, failures);
    }

    /** The figures of all together; alarms are left to whoever knows which source is whose. */
    RecorderStatus status() {
        List<RecorderStatus> each = parts.stream().map(part -> part.recorder().status()).toList();
        if (each.size() == 1) {
            return each.getFirst();
        }
        List<RecorderStatus> running = each.stream().filter(RecorderStatus::recording).toList();
        return new RecorderStatus(!running.isEmpty(), longest(running.stream().map(RecorderStatus::elapsed).toList()),
                running.stream().mapToLong(RecorderStatus::bytes).sum(),
                running.stream().mapToLong(RecorderStatus::frames).sum(),
                running.stream().mapToLong(RecorderStatus::repeats).sum(),
                running.stream().mapToLong(RecorderStatus::lost).sum(),
                each.stream().mapToLong(RecorderStatus::queuedBytes).sum(),
                longest(each.stream().map(RecorderStatus::preRoll).toList()), diskLeft(running),
                running.stream().flatMap(one -> one.file().stream()).findFirst().map(Path::toAbsolutePath),
                each.stream().flatMap(one -> one.alarm().stream()).findFirst());
    }

    private static Duration longest(List<Duration> all) {
        return all.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Each tells how long the disk would last for it alone. */
    private static Optional<Duration> diskLeft(List<RecorderStatus> running) {
        double perSecond = running.stream().flatMap(one -> one.diskLeft().stream())
                .mapToDouble(left -> 1 / Math.max(1e-3, left.toNanos() / 1e9)).sum();
        return perSecond > 0 ? Optional.of(Duration.ofSeconds(Math.round(1 / perSecond))) : Optional.empty();
    }
}
