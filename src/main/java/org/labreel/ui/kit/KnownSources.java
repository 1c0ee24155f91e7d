package org.labreel.ui.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources that the operator has used.
 *
 * @param shown
 *            addresses on the live page, in their order there; empty before the first choice
 * @param known
 *            all that were ever connected and not removed, newest first
 */
public record KnownSources(List<String> shown, List<Known> known) {
    public static final KnownSources NONE = new KnownSources(List.of(), List.of());
    private static final int MOST = 50;

    /**
     * A source that is remembered.
     *
     * @param lastSeen
     *            when a message of it came last; empty when none ever did
     */
    public record Known(String address, Optional<Instant> lastSeen) {
    }

    public KnownSources {
        shown = List.copyOf(shown);
        known = List.copyOf(known.subList(0, Math.min(MOST, known.size())));
    }

    /** With these on the live page, all of them remembered. */
    public KnownSources showing(List<String> addresses) {
        KnownSources next = new KnownSources(addresses, known);
        for (String address : addresses.reversed()) {
            next = next.remembering(address, Optional.empty());
        }
        return next;
    }

    /** With this one remembered, in front when it is new. */
    public KnownSources remembering(String address, Optional<Instant> seen) {
        List<Known> next = new ArrayList<>();
        boolean there = false;
        for (Known each : known) {
            boolean same = each.address().equals(address);
            there |= same;
            next.add(same ? new Known(address, seen.or(each::lastSeen)) : each);
        }
        if (!there) {
            next.addFirst(new Known(address, seen));
        }
        return new KnownSources(shown, next);
    }

    /** What can be asked for without typing: those on the live page, then the others, newest first. */
    public List<String> addresses() {
        return Stream.concat(shown.stream(), known.stream().map(Known::address)).distinct().toList();
    }

    /** With this one forgotten; what is shown stays. */
    public KnownSources without(String address) {
        return new KnownSources(shown, known.stream().filter(each -> !each.address().equals(address)).toList());
    }
}
