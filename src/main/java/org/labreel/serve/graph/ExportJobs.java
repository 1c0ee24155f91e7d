package org.labreel.serve.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.labreel.archive.SessionFolder;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.export.Preset;
import org.labreel.log.LogReader;
import org.labreel.model.Segment;
import org.labreel.session.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports of segments to MP4 beside them, one after the other, the last hundred remembered. */
final class ExportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ExportJobs.class);
    private static final int REMEMBERED = 100;
    private static final int MAX_WAITING = 20;

    private final Executor work;
    private final Runnable changed;
    private final Map<UUID, Job> jobs = new LinkedHashMap<>();

    /**
     * @param work
     *            one thread: an export takes all processors there are
     * @param changed
     *            called on any thread when a job is not as it was
     */
    ExportJobs(Executor work, Runnable changed) {
        this.work = work;
        this.changed = changed;
    }

    /** One export. */
    static final class Job {
        private final UUID id = UUID.randomUUID();
        private final UUID session;
        private final String segment;
        private volatile String state = "Waiting";
        private volatile int frames;
        private volatile int of;
        private volatile Optional<String> file = Optional.empty();
        private volatile String words = "Waiting for its turn.";
        private volatile boolean cancelled;

        private Job(UUID session, String segment) {
            this.session = session;
            this.segment = segment;
        }

        UUID id() {
            return id;
        }

        UUID session() {
            return session;
        }

        private boolean over() {
            return !state.equals("Waiting") && !state.equals("Running");
        }

        private void enter(String next, String text) {
            state = next;
            words = text;
        }

        Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> out = new LinkedHashMap<>();
            out.put("id", id);
            out.put("recordingId", session);
            out.put("segment", segment);
            out.put("state", state);
            out.put("frames", frames);
            out.put("of", of);
            out.put("part", of == 0 ? 0.0 : frames / (double) of);
            out.put("file", file.orElse(null));
            out.put("words", words);
            return out;
        }
    }

    /** Begins one. @throws Refusal when the segment is not there, or too much waits already */
    synchronized Job begin(UUID session, Path folder, String segment, String preset) {
        if (jobs.values().stream().filter(job -> !job.over()).count() >= MAX_WAITING) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "There are " + MAX_WAITING + " exports waiting already.");
        }
        Preset chosen = preset(preset);
        Path log = log(folder, segment);
        Job job = new Job(session, segment);
        jobs.put(job.id(), job);
        while (jobs.size() > REMEMBERED) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        work.execute(() -> run(job, log, chosen));
        return job;
    }

    private static Preset preset(String name) {
        for (Preset preset : Preset.values()) {
            if (preset.name().toLowerCase(Locale.ROOT).equals(name) && preset != Preset.STILLS) {
                return preset;
            }
        }
        throw new Refusal(Refusal.Kind.INVALID, "A preset is paper, full or lossless.");
    }

    private static Path log(Path folder, String segment) {
        try {
            SessionFolder session = SessionFolder.open(folder);
            Segment found = session.session().segments().stream().filter(each -> each.file().equals(segment))
                    .findFirst().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND,
                            "The session has no segment of that name."));
            return session.file(found);
        } catch (IOException e) {
            throw new Refusal(Refusal.Kind.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private void run(Job job, Path log, Preset preset) {
        if (job.cancelled) {
            job.enter("Cancelled", "Cancelled before it began.");
            changed.run();
            return;
        }
        job.enter("Running", "Exporting " + job.segment + ".");
        try {
            ExportReport report = Exporter.run(request(log, preset), (done, all) -> {
                job.of = all;
                job.frames = done;
                changed.run();
            }, () -> job.cancelled);
            job.file = Optional.of(String.valueOf(report.file().getFileName()));
            job.enter("Done", report.frames() + " frames, " + report.bytes() + " bytes.");
        } catch (CancellationException _) {
            job.enter("Cancelled", "Cancelled; nothing of it was kept.");
        } catch (IOException e) {
            job.enter("Failed", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("The export of {} failed", log, e);
            job.enter("Failed", "An unexpected error: " + e);
        }
        changed.run();
    }

    private static ExportRequest request(Path log, Preset preset) throws IOException {
        int frames;
        try (LogReader reader = LogReader.open(log)) {
            frames = reader.index().frames();
        }
        if (frames == 0) {
            throw new IOException("There is no frame in it.");
        }
        String name = String.valueOf(log.getFileName()).replaceFirst("\\.bin$", "") + ".mp4";
        ExportRequest plain = ExportRequest.of(new ExportRequest.Range(log, 0, frames - 1),
                Exporter.freeName(log.resolveSibling(name)));
        return plain.withSettings(plain.settings().withPreset(preset));
    }

    synchronized Optional<Job> job(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    synchronized List<Job> all() {
        return new ArrayList<>(jobs.values());
    }

    void cancel(Job job) {
        job.cancelled = true;
    }

    synchronized void close() {
        jobs.values().forEach(this::cancel);
    }
}
