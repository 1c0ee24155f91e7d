package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.labreel.model.Session;
import org.labreel.serve.DemoServer;
import org.labreel.session.EngineSettings;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Brings a session to a state, or to the trash. On an endpoint the program there does it; in a folder this command is
 * the program, and stays until the session is stopped or Ctrl+C.
 */
@Command(mixinStandardHelpOptions = true, description = "Change a session. In a folder, standby and start run it here until it stops or Ctrl+C.")
final class SessionChangeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Verb verb;

    /** What is to be done. */
    enum Verb {
        SCHEDULE("schedule"), STANDBY("standby"), START("start"), STOP("stop"), DELETE("delete");

        private final String word;

        Verb(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @Mixin
    private SessionDeskChoice choice = new SessionDeskChoice();

    @Parameters(paramLabel = "SESSION", description = "Its name, its folder's name or its id.")
    private String wanted = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    SessionChangeCommand(Terminal terminal, Verb verb) {
        this.terminal = terminal;
        this.verb = verb;
    }

    @Override
    public Integer call() throws InterruptedException {
        Vertx vertx = Vertx.vertx();
        try {
            List<CameraChoice> cameras = new ArrayList<>();
            try (SessionDesk desk = choice.open(vertx)) {
                if (choice.remote() || !runsHere()) {
                    tell(change(desk, SessionDeskChoice.target(desk, wanted)));
                    return 0;
                }
                SessionView view = SessionDeskChoice.find(desk, wanted);
                view.session().cameras().forEach(camera -> cameras.add(
                        CameraChoice.of(camera.address() + "," + camera.model() + "," + camera.serial())));
            }
            runHere(vertx, cameras);
            return 0;
        } finally {
            vertx.close();
        }
    }

    private boolean runsHere() {
        return switch (verb) {
            case STANDBY, START -> true;
            case SCHEDULE, STOP, DELETE -> false;
        };
    }

    private SessionView change(SessionDesk desk, UUID id) {
        return SessionDeskChoice.of(switch (verb) {
            case SCHEDULE -> desk.change(id, Session.State.SCHEDULED);
            case STANDBY -> desk.change(id, Session.State.STANDBY);
            case START -> desk.change(id, Session.State.STARTED);
            case STOP -> desk.change(id, Session.State.STOPPED);
            case DELETE -> desk.delete(id);
        });
    }

    private void runHere(Vertx vertx, List<CameraChoice> cameras) throws InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        UUID id;
        try (var end = Interrupts.asEnd(stop::countDown);
                Headless engine = Headless.start(vertx, choice.folder(), cameras, EngineSettings.DEFAULT,
                        DemoServer.Settings.DEFAULT)) {
            id = SessionDeskChoice.find(engine.engine(), wanted).session().id();
            tell(change(engine.engine(), id));
            terminal.say("It runs here until it stops by itself or Ctrl+C.");
            while (!stop.await(200, TimeUnit.MILLISECONDS) && running(engine, id)) {
                terminal.figures(figures(engine, id));
            }
            SessionDeskChoice.of(engine.engine().change(id, Session.State.STOPPED));
            engine.engine().session(id).ifPresent(view -> terminal.result(SessionText.all(view)));
            end.with(0);
        }
    }

    private static boolean running(Headless engine, UUID id) {
        return engine.engine().session(id).filter(SessionView::here).isPresent();
    }

    private static String figures(Headless engine, UUID id) {
        return engine.engine().session(id).map(view -> view.session().state().word() + "  " + String.join("  ",
                view.cameras().stream().map(camera -> camera.frames() + " frames " + Terminal.bytes(camera.bytes()))
                        .toList()))
                .orElse("");
    }

    private void tell(SessionView view) {
        terminal.result(json ? SessionText.json(view) : SessionText.line(view));
    }
}
