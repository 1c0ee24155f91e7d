package org.labreel.feed.pi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.labreel.feed.Discovery;
import org.labreel.feed.FeedClock;
import org.labreel.feed.FoundSource;

/**
 * Finds Pi cameras: asks on every network of this computer, again and again. One that falls silent is lost after some
 * rounds, since datagrams get lost too.
 */
public final class PiFinder implements Discovery {
    /** What a camera is, for the operator. */
    public static final String KIND = "Pi camera";

    private static final int MOST = 256;
    /** A computer serves some cameras on ports of their own; one that names hundreds is no camera. */
    private static final int MOST_OF_A_HOST = 16;
    private static final int LONGEST_NAME = 64;

    private final PiDatagrams datagrams;
    private final Pace pace;
    private final FeedClock clock;
    private final Map<String, Long> seenNanos = new HashMap<>();
    private final PiDatagrams.Hearer hearer = this::heard;
    private Optional<Listener> listener = Optional.empty();
    private Optional<ScheduledExecutorService> timer = Optional.empty();
    private String told = "";
    private boolean joined;
    private boolean crowded;
    private boolean closed;

    /**
     * @param repeat
     *            between two questions
     * @param lostAfter
     *            since the last answer
     */
    public record Pace(Duration repeat, Duration lostAfter) {
        /** The original waits 5 s for answers; two lost datagrams in a row are not yet a lost camera. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(16));
    }

    public PiFinder(PiDatagrams datagrams) {
        this(datagrams, Pace.USUAL, FeedClock.SYSTEM);
    }

    public PiFinder(PiDatagrams datagrams, Pace pace, FeedClock clock) {
        this.datagrams = datagrams;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public synchronized void start(Listener hears) {
        if (listener.isPresent()) {
            throw new IllegalStateException("this search was started before");
        }
        if (closed) {
            return;
        }
        listener = Optional.of(hears);
        ScheduledExecutorService made = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("pi finder").factory());
        timer = Optional.of(made);
        var _ = made.scheduleWithFixedDelay(this::round, 0, pace.repeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        Optional<String> failed = ask().or(datagrams::trouble);
        synchronized (this) {
            if (closed) {
                return;
            }
            String trouble = failed.orElse(crowded
                    ? "More than " + MOST + " cameras answer; further ones are not listed. Type their address."
                    : "");
            crowded = false;
            if (!trouble.equals(told)) {
                told = trouble;
                listener.ifPresent(each -> each.trouble(trouble));
            }
            forget();
        }
    }

    /** @return why nothing could be asked at all */
    private Optional<String> ask() {
        try {
            synchronized (this) {
                if (!closed && !joined) {
                    datagrams.join(hearer);
                    joined = true;
                }
            }
        } catch (IOException e) {
            return Optional.of("The network cannot be searched: " + e.getMessage() + ".");
        }
        List<String> failures = new ArrayList<>();
        List<InetSocketAddress> targets = datagrams.places().targets().get();
        for (InetSocketAddress target : targets) {
            try {
                datagrams.send(PiMessage.of(PiProtocol.SEARCH), target);
            } catch (IOException e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        return failures.size() < targets.size() || failures.isEmpty()
                ? Optional.empty()
                : Optional.of("No network could be searched: " + failures.getFirst() + ".");
    }

    private void forget() {
        long now = clock.monotonicNanos().getAsLong();
        List<String> gone = seenNanos.entrySet().stream()
                .filter(each -> now - each.getValue() >= pace.lostAfter().toNanos()).map(Map.Entry::getKey).toList();
        gone.forEach(address -> {
            seenNanos.remove(address);
            listener.ifPresent(each -> each.lost(address));
        });
    }

    private synchronized void heard(PiMessage message, InetSocketAddress from) {
        if (closed || message.command() != PiProtocol.SEARCH_ANSWER) {
            return;
        }
        try {
            String name = name(message);
            String host = host(from.getAddress());
            String address = new PiAddress(host, cameraPort(message)).toString();
            if (seenNanos.containsKey(address) || place(host)) {
                seenNanos.put(address, clock.monotonicNanos().getAsLong());
                listener.ifPresent(
                        each -> each.found(new FoundSource(name, address, KIND, clock.wall().instant())));
            }
        } catch (MalformedMessageException _) {
            // It names no host; whatever sent it is no camera.
        }
    }

    /** Whether there is a place for one more of this host. */
    private boolean place(String host) {
        crowded |= seenNanos.size() >= MOST;
        long ofHost = seenNanos.keySet().stream().filter(each -> each.startsWith(PiAddress.SCHEME + host + ":"))
                .count();
        return seenNanos.size() < MOST && ofHost < MOST_OF_A_HOST;
    }

    /** A camera of this computer answers from each of its addresses, and is one all the same. */
    private static String host(InetAddress from) {
        return SearchPlaces.own(from) ? "127.0.0.1" : from.getHostAddress();
    }

    private static String name(PiMessage message) throws MalformedMessageException {
        if (message.arguments().isEmpty() || !(message.arguments()
                .getFirst() instanceof PiArgument.Value(PlainValue.Text(String text)))) {
            throw new MalformedMessageException("an answer to a search names no host");
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST_NAME).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /**
     * The original is always at its own port; a responder of ours whose camera is elsewhere says so behind the name.
     */
    private static int cameraPort(PiMessage message) {
        return message.arguments().size() > 1
                && message.arguments().get(1) instanceof PiArgument.Value(PlainValue.Whole(long port)) && port > 0
                && port <= 65_535 ? (int) port : PiProtocol.PORT;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            timer.ifPresent(ScheduledExecutorService::shutdownNow);
        }
        datagrams.leave(hearer);
    }
}
