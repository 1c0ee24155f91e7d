package org.labreel.ui.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.labreel.export.SideBySide;
import org.labreel.log.FrameArrivals;
import org.labreel.log.LogReader;
import org.labreel.ui.kit.Background;

/**
 * The other cameras of the session that is looked through, each shown at the moment of the one that leads. Of each the
 * segment is open that holds that moment. JavaFX thread.
 */
final class StepModel {
    private final Background background;
    private final BrowserModel first;
    private final List<Side> sides;
    private final ArrivalReading leading;
    private final ReadOnlyObjectWrapper<SessionSources> sources = new ReadOnlyObjectWrapper<>(SessionSources.NONE);
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private Optional<LogReader> reader = Optional.empty();
    /** Whether the operator wants to see all cameras of a session that has several. */
    private boolean wanted = true;
    private Optional<Instant> arriving = Optional.empty();

    /**
     * @param places
     *            where cameras beside the leading one are shown; those for which there is no place are left out
     */
    StepModel(BrowserServices services, BrowserModel first, List<CompareModel> places) {
        this.background = services.background();
        this.first = first;
        this.leading = new ArrivalReading(services.background(), this::leadingKnown);
        this.sides = places.stream().map(place -> new Side(services.background(), place)).toList();
        first.openProperty().subscribe(this::opened);
        first.transport().frameProperty().subscribe(this::pieces);
        first.session().changesProperty().subscribe((_, _) -> readSession());
    }

    /** A camera beside the leading one. */
    private final class Side {
        private final CompareModel place;
        private final ArrivalReading arrivals;
        private Optional<SessionSources.Track> track = Optional.empty();
        private Optional<SessionSources.Piece> piece = Optional.empty();

        Side(Background background, CompareModel place) {
            this.place = place;
            this.arrivals = new ArrivalReading(background, _ -> lock());
            place.logProperty().subscribe(log -> arrivals.show(log.filter(_ -> track.isPresent())));
        }

        void show(SessionSources.Track next) {
            track = Optional.of(next);
            piece = Optional.empty();
        }

        /** The same camera with more segments goes on where it is. */
        void follow(SessionSources.Track next) {
            if (track.filter(now -> now.source().equals(next.source())).isPresent()) {
                track = Optional.of(next);
            } else {
                show(next);
            }
        }

        void at(Instant moment) {
            track.map(each -> each.at(moment)).filter(next -> !Optional.of(next).equals(piece)).ifPresent(next -> {
                piece = Optional.of(next);
                place.open(next.file(), new Lock.Released());
            });
        }

        void lock() {
            if (track.isPresent() && leading.arrivals().isPresent() && arrivals.arrivals().isPresent()) {
                place.lockByClock(leading.arrivals().get(), arrivals.arrivals().get());
            }
        }

        void leave() {
            if (track.isPresent()) {
                track = Optional.empty();
                piece = Optional.empty();
                place.leave();
            }
        }
    }

    /** Of the session of the leading log. */
    ReadOnlyObjectProperty<SessionSources> sourcesProperty() {
        return sources.getReadOnlyProperty();
    }

    /** Whether the other cameras are shown. */
    ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** The name of the camera that is shown in a place. */
    Optional<String> nameAt(int place) {
        return sides.get(place).track.map(SessionSources.Track::name);
    }

    /** Whether some log has no arrivals, so that its place in time is a guess. */
    boolean guessed() {
        return leading.arrivals().filter(FrameArrivals::guessed).isPresent() || sides.stream()
                .anyMatch(each -> each.track.isPresent()
                        && each.arrivals.arrivals().filter(FrameArrivals::guessed).isPresent());
    }

    /** Cameras of the session for which there is no place. */
    int leftOut() {
        return Math.max(0, sources.get().tracks().size() - 1 - sides.size());
    }

    /** The open logs, the leading one first. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        reader.ifPresent(open -> files.add(open.file()));
        sides.forEach(each -> each.place.logProperty().get().filter(_ -> each.track.isPresent())
                .ifPresent(open -> files.add(open.reader().file())));
        return files;
    }

    /** The cameras that are shown beside the leading one, by their names; none while it is shown alone. */
    SideBySide sideBySide() {
        List<SideBySide.Camera> cameras = new ArrayList<>();
        sides.stream().filter(_ -> active.get())
                .forEach(each -> each.track.ifPresent(track -> each.place.logProperty().get().ifPresent(
                        open -> cameras.add(SideBySide.Camera.of(open.reader().file(), track.name())))));
        return new SideBySide(sources.get().ownTrack().map(SessionSources.Track::name).orElse(""), cameras);
    }

    private void opened(Optional<OpenLog> log) {
        Optional<LogReader> next = log.map(OpenLog::reader);
        leading.show(log);
        if (next.equals(reader)) {
            return;
        }
        reader = next;
        sources.set(SessionSources.NONE);
        leaveSides();
        readSession();
    }

    private void readSession() {
        Optional<LogReader> of = reader;
        of.ifPresent(open -> {
            Path file = open.file().toAbsolutePath().normalize();
            background.submit("Session of " + file.getFileName(),
                    _ -> SessionSources.of(file, LogSession.of(file)), found -> {
                        if (of.equals(reader)) {
                            known(found);
                        }
                    }, _ -> {
                        // A log whose session cannot be read is looked through by itself.
                    });
        });
    }

    private void known(SessionSources found) {
        boolean more = !found.equals(sources.get());
        sources.set(found);
        if (!active.get()) {
            begin();
        } else if (more && found.several()) {
            List<SessionSources.Track> others = found.others();
            for (int i = 0; i < Math.min(others.size(), sides.size()); i++) {
                sides.get(i).follow(others.get(i));
            }
            pieces();
        }
    }

    private void begin() {
        // Whoever compares two logs by hand is not disturbed.
        boolean free = sides.stream().noneMatch(each -> each.place.isActive());
        if (wanted && free && sources.get().several() && first.transport().frame() >= 0) {
            List<SessionSources.Track> others = sources.get().others();
            for (int i = 0; i < Math.min(others.size(), sides.size()); i++) {
                sides.get(i).show(others.get(i));
            }
            active.set(true);
            pieces();
        }
    }

    private void leadingKnown(Optional<FrameArrivals> known) {
        known.ifPresent(arrivals -> {
            arriving.ifPresent(moment -> first.transport().goTo(Math.max(0, arrivals.frameAt(moment))));
            arriving = Optional.empty();
            pieces();
            sides.forEach(Side::lock);
        });
    }

    /** Sees to it that of each camera the segment is open that holds the moment. */
    private void pieces() {
        int frame = first.transport().frame();
        leading.arrivals().filter(known -> active.get() && frame >= 0 && known.count() > 0).ifPresent(known -> {
            Instant moment = known.wall(frame);
            sides.forEach(each -> each.at(moment));
        });
    }

    /** Shows the other cameras, or the leading one alone. */
    void toggle() {
        if (active.get()) {
            leave();
        } else {
            wanted = true;
            begin();
        }
    }

    /** Shows the leading camera alone, also in sessions that are opened later. */
    void leave() {
        wanted = false;
        leaveSides();
    }

    private void leaveSides() {
        active.set(false);
        sides.forEach(Side::leave);
    }

    /** Lets the camera in a place lead, at the moment that is shown. */
    void lead(int place) {
        sides.get(place).place.logProperty().get().filter(_ -> active.get()).ifPresent(open -> {
            arriving = leading.arrivals().map(known -> known.wall(first.transport().frame()));
            first.open(open.reader().file());
        });
    }

    /** Goes to the next (1) or previous (-1) segment of the leading camera; false when there is none. */
    boolean segment(int towards) {
        Optional<SessionSources.Piece> next = reader.flatMap(open -> sources.get().ownTrack()
                .flatMap(track -> track.beside(open.file().toAbsolutePath().normalize(), towards)));
        next.ifPresent(piece -> first.open(piece.file()));
        return next.isPresent();
    }
}
