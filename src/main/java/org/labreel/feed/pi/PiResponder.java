package org.labreel.feed.pi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers searches, so that a camera that is served here is found, also by the original client. The original never
 * answers its own computer; this one does.
 */
public final class PiResponder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PiResponder.class);
    private static final int LONGEST_NAME = 200;
    /** A question may name a sender that never asked: who floods us must not flood others through us. */
    private static final int MOST_A_SECOND = 20;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final PiDatagrams datagrams;
    private final PiMessage answer;
    private final Predicate<InetAddress> allowed;
    private final LongSupplier nanos;
    private final PiDatagrams.Hearer hearer = this::heard;
    private long secondBegan;
    private int answered;

    private PiResponder(PiDatagrams datagrams, String name, int cameraPort, Predicate<InetAddress> allowed,
            LongSupplier nanos) {
        this.datagrams = datagrams;
        this.allowed = allowed;
        this.nanos = nanos;
        this.secondBegan = nanos.getAsLong();
        PlainValue host = PlainValue.of(name.substring(0, Math.min(LONGEST_NAME, name.length())));
        this.answer = PiMessage.of(PiProtocol.SEARCH_ANSWER, cameraPort == PiProtocol.PORT
                ? List.of(host)
                : List.of(host, PlainValue.of(cameraPort)));
    }

    /**
     * @param name
     *            of this computer, as the asker shows it
     * @param cameraPort
     *            TCP port of the camera; another than the usual one is only understood by our own kind
     * @param allowed
     *            who is answered: who may look at the camera
     * @throws IOException
     *             when nothing can be heard at all
     */
    public static PiResponder start(PiDatagrams datagrams, String name, int cameraPort,
            Predicate<InetAddress> allowed) throws IOException {
        PiResponder made = new PiResponder(datagrams, name, cameraPort, allowed, System::nanoTime);
        datagrams.join(made.hearer);
        return made;
    }

    /** On the thread of the datagrams. */
    private void heard(PiMessage message, InetSocketAddress from) {
        if (message.command() != PiProtocol.SEARCH) {
            return;
        }
        boolean mayLook = allowed.test(from.getAddress()) || SearchPlaces.own(from.getAddress());
        if (!mayLook || !withinPace()) {
            return;
        }
        for (InetSocketAddress asker : datagrams.askers(from)) {
            try {
                datagrams.send(answer, asker);
            } catch (IOException e) {
                LOG.debug("{} was not answered: {}", asker, e.getMessage());
            }
        }
    }

    private boolean withinPace() {
        long now = nanos.getAsLong();
        if (now - secondBegan >= SECOND_NANOS) {
            secondBegan = now;
            answered = 0;
        }
        return answered++ < MOST_A_SECOND;
    }

    @Override
    public void close() {
        datagrams.leave(hearer);
    }
}
