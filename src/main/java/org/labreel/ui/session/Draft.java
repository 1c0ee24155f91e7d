package org.labreel.ui.session;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;
import org.labreel.model.Session;
import org.labreel.session.PlanCheck;

/**
 * A session as it is being written, what cannot be understood included. Pure; a change gives a new one.
 *
 * @param zone
 *            of start and end
 * @param maxTime
 *            "10 min", empty for no limit
 * @param maxSize
 *            "2 GB", empty for no limit
 */
record Draft(String name, When start, When end, ZoneId zone, String maxTime, String maxSize, String notes,
        List<CameraDraft> cameras) {
    /** Fields that problems and remarks stand beside. */
    enum Field {
        NAME, START, END, MAX_TIME, MAX_SIZE, NOTES, CAMERAS
    }

    Draft {
        cameras = List.copyOf(cameras);
    }

    static Draft of(Session session, ZoneId zone) {
        Session.Plan plan = session.plan();
        return new Draft(session.name(), When.of(plan.start(), zone), When.of(plan.end(), zone), zone,
                Amount.ofSeconds(plan.limits().maxTimeSeconds()), Amount.ofMegabytes(plan.limits().maxSizeMegabytes()),
                plan.notes(), plan.cameras().stream().map(CameraDraft::of).toList());
    }

    /** The plan as far as it can be understood. It is to be used only when {@link #problems} finds none. */
    Session.Plan plan() {
        return new Session.Plan(Session.Mode.STORAGE, start.read(zone).instant(), end.read(zone).instant(),
                new Session.Limits(Amount.seconds(maxTime).orElse(0), Amount.megabytes(maxSize).orElse(0)),
                cameras.stream().map(CameraDraft::read).toList(), notes);
    }

    /** What is wrong, by field, in words. */
    Map<Field, String> problems() {
        Map<Field, String> out = new LinkedHashMap<>();
        start.read(zone).problem().ifPresent(words -> out.put(Field.START, words));
        end.read(zone).problem().ifPresent(words -> out.put(Field.END, words));
        unread(Amount.seconds(maxTime), "Write a length of time: 90 s, 10 min, 1 h 30 min; empty for no limit.")
                .ifPresent(words -> out.put(Field.MAX_TIME, words));
        unread(Amount.megabytes(maxSize), "Write a size: 500 MB or 2 GB; empty for no limit.")
                .ifPresent(words -> out.put(Field.MAX_SIZE, words));
        for (PlanCheck.Problem problem : PlanCheck.problems(name, plan())) {
            out.putIfAbsent(field(problem.field()), problem.words());
        }
        cameras.stream().flatMap(camera -> camera.streams().stream()).map(StreamDraft::problem)
                .flatMap(Optional::stream).findFirst().ifPresent(words -> out.put(Field.CAMERAS, words));
        return out;
    }

    private static Optional<String> unread(OptionalInt read, String words) {
        return read.isPresent() ? Optional.empty() : Optional.of(words);
    }

    private static Field field(String name) {
        return switch (name) {
            case "name" -> Field.NAME;
            case "end" -> Field.END;
            case "limits" -> Field.MAX_TIME;
            case "notes" -> Field.NOTES;
            default -> Field.CAMERAS;
        };
    }

    /** What is worth knowing about a time that is no mistake. */
    Optional<String> remark(Field field, Instant now) {
        return switch (field) {
            case START -> start.read(zone).remark().or(() -> start.read(zone).instant()
                    .map(at -> at.isAfter(now)
                            ? "In " + Wording.span(now, at) + "."
                            : "This has passed: once scheduled, it starts at once while its end lies ahead."));
            case END -> end.read(zone).remark().or(() -> length().map(words -> "Lasts " + words + "."));
            case NAME, MAX_TIME, MAX_SIZE, NOTES, CAMERAS -> Optional.empty();
        };
    }

    private Optional<String> length() {
        Optional<Instant> from = start.read(zone).instant();
        return end.read(zone).instant()
                .flatMap(until -> from.filter(until::isAfter).map(at -> Wording.span(at, until)));
    }

    Draft withName(String next) {
        return new Draft(next, start, end, zone, maxTime, maxSize, notes, cameras);
    }

    Draft withStart(When next) {
        return new Draft(name, next, end, zone, maxTime, maxSize, notes, cameras);
    }

    Draft withEnd(When next) {
        return new Draft(name, start, next, zone, maxTime, maxSize, notes, cameras);
    }

    /** The same moments by the clocks of another zone. */
    Draft withZone(ZoneId next) {
        Optional<Instant> from = start.read(zone).instant();
        Optional<Instant> until = end.read(zone).instant();
        return new Draft(name, from.isPresent() ? When.of(from, next) : start,
                until.isPresent() ? When.of(until, next) : end, next, maxTime, maxSize, notes, cameras);
    }

    Draft withMaxTime(String next) {
        return new Draft(name, start, end, zone, next, maxSize, notes, cameras);
    }

    Draft withMaxSize(String next) {
        return new Draft(name, start, end, zone, maxTime, next, notes, cameras);
    }

    Draft withNotes(String next) {
        return new Draft(name, start, end, zone, maxTime, maxSize, next, cameras);
    }

    private Draft withCameras(List<CameraDraft> next) {
        return new Draft(name, start, end, zone, maxTime, maxSize, notes, next);
    }

    boolean uses(UUID camera) {
        return cameras.stream().anyMatch(each -> each.id().equals(camera));
    }

    Draft adding(Session.Camera camera) {
        List<CameraDraft> next = new ArrayList<>(cameras);
        next.add(CameraDraft.of(new Session.Camera(camera.id(), camera.model(), camera.serial(), camera.address()))
                .adding(StreamDraft.fresh()));
        return withCameras(next);
    }

    Draft without(UUID camera) {
        return withCameras(cameras.stream().filter(each -> !each.id().equals(camera)).toList());
    }

    Draft changing(UUID camera, UnaryOperator<CameraDraft> change) {
        return withCameras(cameras.stream().map(each -> each.id().equals(camera) ? change.apply(each) : each).toList());
    }
}
