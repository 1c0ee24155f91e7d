package org.labreel.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.labreel.log.LogReader;
import org.labreel.model.EventKind;

/** Evaluates a query: every leaf once along the log, then the tree over what they gave. */
final class Search {
    private static final int LOOK = 0xfff;
    private static final long MOST_NANOS = 2_000_000_000_000_000_000L;

    private final LogReader log;
    private final PointClock clock;
    private final Map<Expr.Leaf, Truth> leaves = new HashMap<>();

    private Search(LogReader log) {
        this.log = log;
        this.clock = new PointClock(log.index());
    }

    static List<Hit> run(Expr expr, LogReader log, Surroundings around, DoubleConsumer progress,
            BooleanSupplier cancelled) throws IOException {
        Search search = new Search(log);
        search.follow(expr, around, progress, cancelled);
        return Hits.of(search.truth(expr).yes(), search.clock);
    }

    private void follow(Expr expr, Surroundings around, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        Map<Expr.Leaf, Track> tracks = new LinkedHashMap<>();
        Places places = new Places(clock, around);
        collect(expr, places, tracks);
        Map<EventKind, List<Track>> byKind = new HashMap<>();
        tracks.values().forEach(track -> track.kinds()
                .forEach(kind -> byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(track)));
        // What asks for the time alone is told of every record, but needs the values of none.
        Set<EventKind> valued = EnumSet.noneOf(EventKind.class);
        tracks.values().stream().map(Track::kinds).filter(kinds -> kinds.size() < EventKind.values().length)
                .forEach(valued::addAll);
        if (!byKind.isEmpty()) {
            walk(byKind, valued, progress, cancelled);
        }
        tracks.forEach((leaf, track) -> leaves.put(leaf, track.until(clock.points())));
        progress.accept(1);
    }

    private void collect(Expr expr, Places places, Map<Expr.Leaf, Track> tracks) {
        switch (expr) {
            case Expr.Or(List<Expr> parts) -> parts.forEach(part -> collect(part, places, tracks));
            case Expr.And(List<Expr> parts) -> parts.forEach(part -> collect(part, places, tracks));
            case Expr.Not(Expr part) -> collect(part, places, tracks);
            case Expr.For(Expr part, Expr.Value.Literal _) -> collect(part, places, tracks);
            case Expr.Within(Expr part, Expr.Value.Literal _, Expr other) -> {
                collect(part, places, tracks);
                collect(other, places, tracks);
            }
            case Expr.Compare leaf -> tracks.put(leaf, new Track.Comparing(leaf));
            case Expr.Pin leaf -> tracks.put(leaf, new Track.PinOn(leaf.pin()));
            case Expr.PinsChanged leaf -> tracks.put(leaf, new Track.Changing(Optional.empty()));
            case Expr.PinChanged leaf -> tracks.put(leaf, new Track.Changing(Optional.of(leaf.pin())));
            case Expr.Marked leaf -> leaves.put(leaf, Truth.known(places.marked(leaf.text())));
            case Expr.Gap leaf -> leaves.put(leaf, Truth.known(places.gaps()));
            case Expr.Lost leaf -> leaves.put(leaf, Truth.known(places.lost()));
        }
    }

    private void walk(Map<EventKind, List<Track>> byKind, Set<EventKind> valued, DoubleConsumer progress,
            BooleanSupplier cancelled)
            throws IOException {
        Readings now = new Readings(log, clock, valued);
        int records = (int) (clock.points() / 2);
        for (int record = 0; record < records; record++) {
            if ((record & LOOK) == 0) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                progress.accept((double) record / records);
            }
            EventKind kind = clock.index().kind(record);
            List<Track> concerned = byKind.getOrDefault(kind, List.of());
            if (!concerned.isEmpty()) {
                now.take(record, kind);
                for (Track track : concerned) {
                    track.at(record, now);
                }
            }
        }
    }

    private Truth truth(Expr expr) {
        return switch (expr) {
            case Expr.Or(List<Expr> parts) -> parts.stream().map(this::truth).reduce(Truth::or).orElseThrow();
            case Expr.And(List<Expr> parts) -> parts.stream().map(this::truth).reduce(Truth::and).orElseThrow();
            case Expr.Not(Expr part) -> truth(part).not(clock.points());
            case Expr.For(Expr part, Expr.Value.Literal least) -> lasting(truth(part), nanos(least));
            case Expr.Within(Expr part, Expr.Value.Literal most, Expr other) ->
                truth(part).and(around(truth(other), nanos(most)));
            case Expr.Leaf leaf -> Optional.ofNullable(leaves.get(leaf)).orElseThrow();
        };
    }

    private static long nanos(Expr.Value.Literal time) {
        return Math.min(Math.round(time.plain() * 1e9), MOST_NANOS);
    }

    private Truth lasting(Truth truth, long nanos) {
        Runs yes = lasting(truth.yes(), nanos);
        return new Truth(yes, lasting(truth.possible(), nanos).minus(yes));
    }

    private Runs lasting(Runs runs, long nanos) {
        return runs.only(n -> clock.between(runs.start((int) n), runs.end((int) n)) >= nanos);
    }

    private Truth around(Truth truth, long nanos) {
        Runs yes = around(truth.yes(), nanos);
        return new Truth(yes, around(truth.possible(), nanos).minus(yes));
    }

    private Runs around(Runs runs, long nanos) {
        Runs.Builder out = new Runs.Builder();
        for (int n = 0; n < runs.size(); n++) {
            out.add(clock.from(clock.at(runs.start(n)) - nanos), clock.until(clock.at(runs.end(n)) + nanos));
        }
        return out.build();
    }
}
