package org.labreel.app;

import io.vertx.core.Vertx;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.labreel.model.Session;
import org.labreel.session.CameraView;
import org.labreel.session.SessionDesk;
import org.labreel.session.SessionView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a session. */
@Command(name = "add", mixinStandardHelpOptions = true, sortOptions = false, description = "Make a session in state Stopped and print its id.")
final class SessionAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SessionDeskChoice choice = new SessionDeskChoice();

    @Parameters(paramLabel = "NAME", description = "What to call it.")
    private String name = "";

    @Option(names = "--start", paramLabel = "T", description = "When it starts once scheduled: 2026-03-01T12:00:00Z, or without Z in this computer's time, or 2026-03-01T12:00:00[Europe/Berlin].")
    @Nullable
    private String start;

    @Option(names = "--end", paramLabel = "T", description = "When it stops.")
    @Nullable
    private String end;

    @Option(names = "--max-seconds", paramLabel = "N", defaultValue = "0", description = "Longest recording in seconds, 0 = no limit.")
    private int maxSeconds;

    @Option(names = "--max-mb", paramLabel = "N", defaultValue = "0", description = "Largest recording in megabytes, 0 = no limit.")
    private int maxMegabytes;

    @Option(names = "--source", paramLabel = "URL[,MODEL[,SERIAL]]", description = "A camera by its address; several may be given. Default: the demo, or all cameras of the endpoint.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--notes", paramLabel = "TEXT", defaultValue = "", description = "Notes.")
    private String notes = "";

    @Option(names = "--json", description = "Print one JSON object instead of the id.")
    private boolean json;

    SessionAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Vertx vertx = Vertx.vertx();
        try (SessionDesk desk = choice.open(vertx)) {
            Session.Plan plan = new Session.Plan(Session.Mode.STORAGE, time(start), time(end),
                    new Session.Limits(maxSeconds, maxMegabytes), cameras(desk), notes);
            SessionView made = SessionDeskChoice.of(desk.create(name, plan));
            String id = SessionDeskChoice.of(desk.publish(made.session().id())).toString();
            terminal.result(json ? SessionText.json(made) : id);
            return 0;
        } finally {
            vertx.close();
        }
    }

    private List<Session.Camera> cameras(SessionDesk desk) {
        if (!choice.remote()) {
            List<String> given = sources.isEmpty() ? List.of(SourceChoice.DEMO) : sources;
            return given.stream().map(CameraChoice::of).map(CameraChoice::camera).toList();
        }
        List<Session.Camera> there = SessionDeskChoice.of(desk.cameras()).stream().map(CameraView::camera).toList();
        return sources.isEmpty()
                ? there
                : sources.stream().map(wanted -> there.stream()
                        .filter(camera -> camera.address().equals(CameraChoice.of(wanted).address())).findFirst()
                        .orElseThrow(() -> new CommandFailure("the endpoint has no camera " + wanted))).toList();
    }

    /** An instant, a time of this computer's zone, or one with a zone. */
    static Optional<Instant> time(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            int zone = text.indexOf('[');
            String local = zone < 0 ? text : text.substring(0, zone);
            if (local.matches(".*T.*([+-]\\d\\d:\\d\\d|Z)")) {
                return Optional.of(ZonedDateTime.parse(text).toInstant());
            }
            return Optional.of(onTheWall(LocalDateTime.parse(local), zone < 0
                    ? ZoneId.systemDefault()
                    : ZoneId.of(text.substring(zone + 1, text.lastIndexOf(']')))));
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw new CommandFailure("\"" + text + "\" is no time; write 2026-03-01T12:00:00Z, or without Z in this "
                    + "computer's time, or 2026-03-01T12:00:00[Europe/Berlin]", e);
        }
    }

    private static Instant onTheWall(LocalDateTime time, ZoneId zone) {
        if (zone.getRules().getValidOffsets(time).isEmpty()) {
            throw new CommandFailure(time + " does not exist in " + zone + ": the clocks are put forward past it");
        }
        return time.atZone(zone).toInstant();
    }
}
