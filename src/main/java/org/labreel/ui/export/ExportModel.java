package org.labreel.ui.export;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.Exporter;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An export from the choices to the finished clip, without its controls. JavaFX thread. */
final class ExportModel {
    private static final Logger LOG = LoggerFactory.getLogger(ExportModel.class);

    private final Background background;
    private final Maker maker;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Editing());

    ExportModel(Background background, Maker maker) {
        this.background = background;
        this.maker = maker;
    }

    /** Makes the clip: {@link Exporter#run}, or what a test puts in its place. */
    @FunctionalInterface
    interface Maker {
        ExportReport run(ExportRequest request, Exporter.Progress progress, BooleanSupplier cancelled)
                throws IOException;
    }

    /** How far it is. */
    sealed interface Phase {
    }

    record Editing() implements Phase {
    }

    record Running(Job job) implements Phase {
    }

    record Done(ExportReport report) implements Phase {
    }

    /**
     * @param text
     *            why, for the operator
     */
    record Failed(String text, Exception cause) implements Phase {
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    boolean running() {
        return phase.get() instanceof Running;
    }

    /** Begins; the choices must have no problems. */
    void start(ExportRequest request) {
        Job job = background.submit("Export " + request.target().getFileName(),
                control -> maker.run(request, (done, of) -> {
                    control.progress(of == 0 ? -1 : (double) done / of);
                    control.note("Frame " + done + " of " + of);
                }, control::cancelled), report -> phase.set(new Done(report)), this::failed);
        if (job.stateProperty().get() == Job.State.RUNNING) {
            phase.set(new Running(job));
            job.stateProperty().subscribe(this::cancelled);
        }
    }

    private void cancelled(Job.State state) {
        if (state == Job.State.CANCELLED) {
            phase.set(new Editing());
        }
    }

    private void failed(Exception failure) {
        LOG.warn("an export failed", failure);
        phase.set(new Failed(failure instanceof IOException && failure.getMessage() != null
                ? failure.getMessage()
                : "The export stopped for a reason that Labreel does not know: " + failure, failure));
    }

    /** Asks the running export to end; nothing of it stays. */
    void cancel() {
        if (phase.get() instanceof Running(Job job)) {
            job.cancel();
        }
    }

    /** Back to the choices. */
    void edit() {
        if (!running()) {
            phase.set(new Editing());
        }
    }
}
