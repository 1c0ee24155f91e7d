package org.labreel.ui.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.labreel.feed.Discovery;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.FoundSource;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.source.SourceRow.State;

/**
 * The sources of the page: the demo, those on the live page, those remembered and those that a search finds. Searches
 * only while somebody looks; what was found stays known in between.
 */
public final class SourcesModel {
    private static final String DEMO = "demo";
    /** More than a search lists at a time: who answers under ever new names must not fill the page. */
    private static final int MOST_FOUND = 300;

    private final PreferencesHolder preferences;
    private final SourceUse use;
    private final Supplier<Discovery> searching;
    private final Map<String, FoundSource> found = new ConcurrentHashMap<>();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    /** Those that have answered this search: what answered one before may have gone since without a word. */
    private final Set<String> answering = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";
    private Optional<Discovery> search = Optional.empty();

    /**
     * @param searching
     *            makes a search, each time that the page is opened
     */
    public SourcesModel(PreferencesHolder preferences, SourceUse use, Supplier<Discovery> searching) {
        this.preferences = preferences;
        this.use = use;
        this.searching = searching;
    }

    /** Begins to search. */
    public void open() {
        if (search.isEmpty()) {
            Discovery begun = searching.get();
            search = Optional.of(begun);
            answering.clear();
            begun.start(new Ear());
        }
    }

    /** Ends the search. */
    public void close() {
        search.ifPresent(Discovery::close);
        search = Optional.empty();
    }

    /** Whether a search goes on. */
    public boolean searching() {
        return search.isPresent();
    }

    /** Why nothing can be found; empty when all is well. */
    public String trouble() {
        return trouble;
    }

    /** As it stands now: the live page first, then what is found, then what is remembered. */
    public List<SourceRow> rows() {
        Map<String, FeedStatus> shown = use.shown();
        Map<String, Optional<Instant>> remembered = new LinkedHashMap<>();
        preferences.get().sources().known().forEach(each -> remembered.put(each.address(), each.lastSeen()));
        Map<String, SourceRow> rows = new LinkedHashMap<>();
        shown.keySet().forEach(address -> rows.put(address, row(address, shown, remembered)));
        found.keySet().stream().sorted().forEach(address -> rows.putIfAbsent(address, row(address, shown, remembered)));
        remembered.keySet().forEach(address -> rows.putIfAbsent(address, row(address, shown, remembered)));
        rows.putIfAbsent(DEMO, row(DEMO, shown, remembered));
        return List.copyOf(rows.values());
    }

    private SourceRow row(String address, Map<String, FeedStatus> shown,
            Map<String, Optional<Instant>> remembered) {
        Optional<FoundSource> answer = Optional.ofNullable(found.get(address));
        Optional<FeedStatus> status = Optional.ofNullable(shown.get(address));
        State state = status.map(each -> each.state() == FeedStatus.State.CONNECTED ? State.CONNECTED : State.TRYING)
                .orElseGet(() -> answering.contains(address)
                        ? State.FOUND
                        : lost.contains(address) ? State.LOST : State.KNOWN);
        Optional<Instant> seen = latest(remembered.getOrDefault(address, Optional.empty()), use.heard(address));
        String name = answer.map(FoundSource::name).filter(text -> !text.isBlank()).orElseGet(() -> shortName(address));
        return new SourceRow(address, name, answer.map(FoundSource::kind).orElseGet(() -> kind(address)), state,
                latest(seen, answer.map(FoundSource::lastSeen)),
                remembered.containsKey(address) || (answer.isPresent() && !answering.contains(address)));
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get()) ? one : other.or(() -> one);
    }

    static String kind(String address) {
        if (address.equals(DEMO)) {
            return "Simulated PurpleDrop";
        }
        int scheme = address.indexOf("://");
        return switch (scheme < 0 ? "" : address.substring(0, scheme)) {
            case "ws" -> "PurpleDrop";
            case "pi" -> "Pi camera";
            case "cpl" -> "cpl_media recorder";
            default -> "Log, played";
        };
    }

    static String shortName(String address) {
        if (address.equals(DEMO)) {
            return "Demo";
        }
        String path = address.contains("://") ? address.substring(address.indexOf("://") + 3) : address;
        String bare = path.replaceAll("\\?.*$", "");
        return address.contains("://")
                ? bare
                : bare.substring(Math.max(bare.lastIndexOf('/'),
                        bare.lastIndexOf('\\')) + 1);
    }

    /** Whether a text names a source; empty, or why not. An empty text is not wrong yet. */
    public Optional<String> problem(String text) {
        return text.isBlank() ? Optional.empty() : use.problem(text);
    }

    /**
     * Shows a source alone, or beside the others.
     *
     * @param text
     *            an address, as typed or out of the list
     * @throws IllegalArgumentException
     *             with a sentence for the operator when it is none, or cannot be now
     */
    public void use(String text, boolean beside) {
        use.problem(text).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        String address = use.address(text);
        if (beside) {
            use.add(address);
        } else {
            use.connect(address);
        }
    }

    /** Forgets a source; one on the live page stays there. */
    public void forget(SourceRow row) {
        drop(row.address());
        preferences.update(p -> p.withSources(p.sources().without(row.address())));
    }

    /** Takes back what {@link #forget} did. */
    public void remember(SourceRow row) {
        preferences.update(p -> p.withSources(p.sources().remembering(row.address(), row.lastSeen())));
    }

    private void drop(String address) {
        found.remove(address);
        lost.remove(address);
        answering.remove(address);
    }

    /** Hears the search, on its own thread. */
    private final class Ear implements Discovery.Listener {
        @Override
        public void found(FoundSource source) {
            found.put(source.address(), source);
            answering.add(source.address());
            lost.remove(source.address());
            while (found.size() > MOST_FOUND) {
                found.values().stream().min(Comparator.comparing(FoundSource::lastSeen)).map(FoundSource::address)
                        .ifPresent(SourcesModel.this::drop);
            }
        }

        @Override
        public void lost(String address) {
            answering.remove(address);
            if (found.containsKey(address)) {
                lost.add(address);
            }
        }

        @Override
        public void trouble(String words) {
            trouble = words;
        }
    }
}
