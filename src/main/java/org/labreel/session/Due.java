package org.labreel.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.labreel.model.Session;

/**
 * What the wall clock asks of a session at an instant. Pure: instants know no daylight saving, and no memory of clocks.
 */
public sealed interface Due {
    /** Nothing yet. */
    record Nothing() implements Due {
    }

    /** It is to start soon: its cameras are to be connected, and the pre-roll held. */
    record Soon() implements Due {
    }

    /**
     * It is to start.
     *
     * @param late
     *            by how much, when that is worth telling
     */
    record Start(Optional<Duration> late) implements Due {
    }

    /** Its start went by unused. */
    record Missed(String why) implements Due {
    }

    /** It is to stop. */
    record End(Instant at) implements Due {
    }

    /** What to do about a start that nobody was there for while the end still lies ahead. */
    enum MissedStart {
        START_LATE, LEAVE
    }

    /**
     * @param handling
     *            of a start that went by
     * @param grace
     *            a start so shortly ago has just passed and was not missed
     * @param ahead
     *            so long before the start it is to be made ready
     */
    static Due ofScheduled(Session.Plan plan, Instant now, MissedStart handling, Duration grace, Duration ahead) {
        Instant start = plan.start().orElse(Instant.MIN);
        if (now.isBefore(start)) {
            return now.plus(ahead).isBefore(start) ? new Nothing() : new Soon();
        }
        if (plan.end().isPresent() && !now.isBefore(plan.end().get())) {
            return new Missed("It was to be recorded from " + SessionWords.at(start) + " to "
                    + SessionWords.at(plan.end().get()) + ", but Labreel was not running then.");
        }
        // A start before this age is how other programs write "at any time".
        Duration late = start.isAfter(Instant.EPOCH) ? Duration.between(start, now) : Duration.ZERO;
        if (late.compareTo(grace) <= 0) {
            return new Start(Optional.empty());
        }
        return switch (handling) {
            case START_LATE -> new Start(Optional.of(late));
            case LEAVE -> new Missed("Its start at " + SessionWords.at(start)
                    + " was missed, and late starts are switched off. Start it by hand.");
        };
    }

    /**
     * @param since
     *            when it was armed or started; an end that had passed by then was overruled by hand
     */
    static Due ofActive(Session.Plan plan, Instant since, Instant now) {
        Optional<Instant> end = plan.end().filter(at -> at.isAfter(since) && !now.isBefore(at));
        return end.isPresent() ? new End(end.get()) : new Nothing();
    }
}
