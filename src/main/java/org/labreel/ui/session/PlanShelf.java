package org.labreel.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.labreel.archive.PlanFile;
import org.labreel.model.Session;
import org.labreel.session.CameraView;
import org.labreel.session.SessionDesk.Operation;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.Notices;

/** Where sessions are made: new ones, copies, those from a file. Confined to one thread. */
final class PlanShelf {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'Session' uuuu-MM-dd HH.mm",
            Locale.ROOT);

    private final SessionsModel model;
    private final Notices notices;
    private final Executor disk;
    private final Executor fx;

    /**
     * @param disk
     *            where files are read and written
     * @param fx
     *            the thread that this is confined to
     */
    PlanShelf(SessionsModel model, Notices notices, Executor disk, Executor fx) {
        this.model = model;
        this.notices = notices;
        this.disk = disk;
        this.fx = fx;
    }

    /** Makes a session with the first camera there is, and opens it. */
    void create() {
        model.desk().stock().withCameras(this::create);
    }

    private void create(List<CameraView> cameras) {
        List<Session.Camera> first = cameras.stream().limit(1).map(CameraView::camera)
                .map(camera -> new Session.Camera(camera.id(), camera.model(), camera.serial(), camera.address())
                        .withStreams(StreamDraft.fresh().wish().stream().toList()))
                .toList();
        add(free(NAME.format(model.now().atZone(model.zone()))), Session.Plan.NONE.withCameras(first));
    }

    /** Makes another session with the same plan, and opens it. */
    void duplicate() {
        model.selected().ifPresent(view -> {
            CompletableFuture<Void> _ = model.editor().settled()
                    .thenRunAsync(() -> add(free(view.session().name() + " copy"),
                            PlanCopy.of(model.desk().session(view.session().id()).orElse(view).session().plan())), fx);
        });
    }

    private void add(String name, Session.Plan plan) {
        if (model.desk().can(Operation.CREATE)) {
            model.editor().commit();
            CompletableFuture<Void> _ = model.desk().ask(now -> now.create(name, plan),
                    view -> model.select(Optional.of(view.session().id())), model::refused);
        }
    }

    private String free(String name) {
        List<String> taken = model.desk().sessions().stream().map(view -> view.session().name()).toList();
        String next = name;
        for (int number = 2; taken.contains(next); number++) {
            next = name + " " + number;
        }
        return next;
    }

    /** Writes the plan of the chosen session into a file. */
    void exportTo(Path file) {
        model.selected().map(SessionView::session).ifPresent(session -> disk.execute(() -> {
            try {
                PlanFile.write(file, new PlanFile.Planned(session.name(), session.plan()));
                notices.info("Plan exported", session.name() + " → " + file);
            } catch (IOException e) {
                notices.error("The plan was not exported", "Nothing was changed at " + file + ".", e);
            }
        }));
    }

    /** Makes a session of the plan in a file. */
    void importFrom(Path file) {
        disk.execute(() -> {
            try {
                PlanFile.Planned planned = PlanFile.read(file);
                fx.execute(() -> add(free(planned.name()), PlanCopy.of(planned.plan())));
            } catch (IOException e) {
                notices.error("The plan was not imported", String.valueOf(e.getMessage()), e);
            }
        });
    }
}
