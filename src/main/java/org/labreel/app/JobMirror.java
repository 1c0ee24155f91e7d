package org.labreel.app;

import javafx.concurrent.Task;
import org.labreel.ui.kit.Job;

/** Shows a job of ours as the kind of task that the list of running work takes. */
final class JobMirror extends Task<Void> {
    private final Job job;

    JobMirror(Job job) {
        this.job = job;
        updateTitle(job.title());
        job.progressProperty().subscribe(part -> updateProgress(part.doubleValue(), 1));
        job.noteProperty().subscribe(_ -> tell());
        job.progressProperty().subscribe(_ -> tell());
        setOnCancelled(_ -> job.cancel());
        Thread.ofVirtual().name("job " + job.title()).start(this);
    }

    private void tell() {
        updateMessage(JobWords.of(job));
    }

    @Override
    @org.jspecify.annotations.Nullable
    protected Void call() throws InterruptedException {
        job.await();
        return null;
    }
}
