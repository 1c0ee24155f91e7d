package org.labreel.app;

import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.kit.Serving;
import org.labreel.ui.kit.Serving.Door;
import org.labreel.ui.kit.Serving.Service;
import org.labreel.ui.kit.ServingState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and shuts what the console serves, as the preferences say. Safe for several threads. */
final class Doors implements ServingState, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    private final Map<Service, Opening> openings;
    private final PreferencesHolder preferences;
    private final PreferencesHolder.Subscription follower;
    /** One after the other: a port must be free before it is taken again. */
    private final ExecutorService porter = Executors
            .newSingleThreadExecutor(Thread.ofVirtual().name("doors").factory());
    private final Map<Service, Standing> standings = new ConcurrentHashMap<>();
    private final Map<Service, Supplier<String>> details = new ConcurrentHashMap<>();
    private final Map<Service, Open> open = new EnumMap<>(Service.class);

    /** Opens one service; fails with a sentence for the operator. May block. */
    @FunctionalInterface
    interface Opening {
        Opened open(Serving serving, Door door);
    }

    /**
     * A service that can be called.
     *
     * @param address
     *            as callers write it
     * @param detail
     *            how it goes now; may be empty
     * @param shut
     *            ends it; may block
     */
    record Opened(String address, Supplier<String> detail, Runnable shut) {
        Opened(String address, Runnable shut) {
            this(address, () -> "", shut);
        }
    }

    private record Open(Wish wish, Optional<Opened> opened) {
    }

    /** What the preferences ask of a service: who may call, in one text, and its own choices. */
    private record Wish(String callers, Door door) {
        static Wish of(Service service, Serving serving) {
            Door door = serving.door(service);
            // A list that does not concern it must not send its clients away.
            return new Wish(service.withoutSecret()
                    ? String.join(" ", serving.letIn(door))
                    : serving.bind() + "\n" + serving.secret(), door);
        }
    }

    Doors(PreferencesHolder preferences, Map<Service, Opening> openings) {
        this.preferences = preferences;
        this.openings = new EnumMap<>(openings);
        this.follower = preferences.onChange(_ -> follow());
        follow();
    }

    /** Takes up what the preferences say now; what they do not touch stays open. */
    private void follow() {
        if (!porter.isShutdown()) {
            porter.execute(() -> openings.keySet().forEach(this::follow));
        }
    }

    /** Shuts a service and opens it anew: what it serves was replaced. */
    void renew(Service service) {
        if (!porter.isShutdown()) {
            porter.execute(() -> {
                shut(service);
                follow(service);
            });
        }
    }

    /** The first source on the live page is another one: services that serve it are opened anew. */
    void renewFirst() {
        for (Service each : openings.keySet()) {
            if (each.ofOneSource() && preferences.get().serving().door(each).choices().source().isBlank()) {
                renew(each);
            }
        }
    }

    private void follow(Service service) {
        Serving serving = preferences.get().serving();
        Wish wish = Wish.of(service, serving);
        Open before = open.get(service);
        if (before != null && before.wish().equals(wish)) {
            return;
        }
        shut(service);
        if (wish.door().open()) {
            open.put(service, new Open(wish, opened(service, serving)));
        }
    }

    private Optional<Opened> opened(Service service, Serving serving) {
        Optional<String> refusal = service.withoutSecret() ? Optional.empty() : serving.refusal();
        if (refusal.isPresent()) {
            standings.put(service, new Standing(false, refusal.get()));
            return Optional.empty();
        }
        standings.put(service, new Standing(false, "Starting…"));
        try {
            Opened made = openings.getOrDefault(service, (_, _) -> {
                throw new IllegalStateException("This program does not serve it.");
            }).open(serving, serving.door(service));
            details.put(service, made.detail());
            standings.put(service, new Standing(true, made.address()));
            return Optional.of(made);
        } catch (IllegalStateException e) {
            // As at the start, before the first source is there: it is opened then.
            LOG.info("{} waits: {}", service.title(), e.getMessage());
            standings.put(service, new Standing(false, failure(e)));
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("{} is not served: {}", service.title(), e.toString());
            standings.put(service, new Standing(false, failure(e)));
            return Optional.empty();
        }
    }

    private static String failure(RuntimeException e) {
        return e instanceof UncheckedIOException && e.getCause() != null
                ? "Not served: " + e.getCause().getMessage() + ". Choose another port, or switch it off and on again."
                : "Not served: " + e.getMessage() + ".";
    }

    private void shut(Service service) {
        Optional.ofNullable(open.remove(service)).flatMap(Open::opened).ifPresent(each -> each.shut().run());
        standings.remove(service);
        details.remove(service);
    }

    @Override
    public Optional<Standing> of(Service service) {
        return Optional.ofNullable(standings.get(service)).map(each -> new Standing(each.running(), each.words(),
                details.getOrDefault(service, () -> "").get()));
    }

    /** Shuts all, and waits for it. */
    @Override
    public void close() {
        follower.close();
        if (porter.isShutdown()) {
            return;
        }
        porter.execute(() -> openings.keySet().forEach(this::shut));
        porter.close();
    }
}
