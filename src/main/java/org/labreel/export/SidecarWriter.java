package org.labreel.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes what a clip was made of and how. The logs are read for it while the clip is being made. */
final class SidecarWriter implements AutoCloseable {
    private final ExportRequest request;
    private final TargetFile file;
    private final Work work;
    private final Map<Path, FutureTask<Fingerprint>> logs = new LinkedHashMap<>();
    private volatile boolean closed;

    SidecarWriter(ExportRequest request, Path target, Work work) throws IOException {
        this.request = request;
        this.work = work;
        file = new TargetFile(target);
        for (ExportRequest.Range range : request.ranges()) {
            logs.computeIfAbsent(range.log().toAbsolutePath().normalize(), this::reading);
        }
        for (SideBySide.Camera camera : request.sideBySide().cameras()) {
            logs.computeIfAbsent(camera.log().toAbsolutePath().normalize(), this::reading);
        }
        Thread.ofPlatform().daemon().name("export-fingerprint").start(() -> logs.values().forEach(FutureTask::run));
    }

    private FutureTask<Fingerprint> reading(Path log) {
        return new FutureTask<>(() -> Fingerprint.of(log, Files.size(log), () -> {
            if (closed) {
                throw new CancellationException("the export has ended");
            }
        }));
    }

    /**
     * @param clip
     *            the finished file, not yet under its name; absent for stills
     * @param mosaic
     *            which frames stand beside each other
     */
    void write(String encoder, int threads, int frames, Optional<Path> clip, Optional<Mosaic> mosaic)
            throws IOException {
        List<Recipe.Log> read = new ArrayList<>();
        List<Path> order = List.copyOf(logs.keySet());
        for (var log : logs.entrySet()) {
            read.add(new Recipe.Log(log.getKey(), result(log.getValue())));
        }
        List<Recipe.Part> parts = request.ranges().stream().map(range -> new Recipe.Part(
                order.indexOf(range.log().toAbsolutePath().normalize()), range.first(), range.last())).toList();
        Optional<Fingerprint> content = clip.isPresent()
                ? Optional.of(Fingerprint.of(clip.get(), Files.size(clip.get()), work::goOn))
                : Optional.empty();
        List<Recipe.Side> sides = new ArrayList<>();
        for (int i = 0; i < request.sideBySide().cameras().size() && mosaic.isPresent(); i++) {
            SideBySide.Camera camera = request.sideBySide().cameras().get(i);
            sides.add(new Recipe.Side(order.indexOf(camera.log().toAbsolutePath().normalize()), camera.label(),
                    mosaic.get().frames(i)));
        }
        Recipe recipe = new Recipe(program(), encoder, read, parts, request.settings().withThreads(threads),
                request.board(), request.markers(),
                new Recipe.Clip(String.valueOf(request.target().getFileName()), frames, content),
                request.sideBySide().label(), sides);
        Files.write(file.part(), RecipeJson.write(recipe));
    }

    private Fingerprint result(FutureTask<Fingerprint> reading) throws IOException {
        while (true) {
            work.goOn();
            try {
                return reading.get(200, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // A long log takes its time; the operator may give up meanwhile.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The export was interrupted.", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause
                        ? cause
                        : new IOException("A log could not be read: " + e.getCause(), e);
            }
        }
    }

    /** From the jar's manifest. */
    private static String program() {
        return Optional.ofNullable(SidecarWriter.class.getPackage().getImplementationVersion()).orElse("development");
    }

    void commit() throws IOException {
        file.commit();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }
}
