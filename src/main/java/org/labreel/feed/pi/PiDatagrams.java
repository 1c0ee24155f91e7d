package org.labreel.feed.pi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.labreel.model.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The datagrams of a search, for all of this program that takes part in it: answers come to one port whoever asked, and
 * of several sockets there only one would get them. Open while somebody takes part. Safe from any thread.
 * <p>
 * Questions go out from a port of their own, which is listened on as well: a responder that answers there too is heard
 * even when another program on this computer takes all that comes to the common port.
 */
public final class PiDatagrams {
    private static final Logger LOG = LoggerFactory.getLogger(PiDatagrams.class);
    /** The original reads no more of a datagram. */
    private static final int MAX_BYTES = 999;

    private final SearchPlaces places;
    private final PiCodec codec = new PiCodec(PiDialect.DEFAULT);
    private final List<Hearer> hearers = new CopyOnWriteArrayList<>();
    private Optional<Open> open = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();

    /** Hears every message, on the thread of the datagrams, and must return at once. */
    interface Hearer {
        void heard(PiMessage message, InetSocketAddress from);
    }

    private record Open(Selector selector, DatagramChannel common, DatagramChannel own) {
    }

    public PiDatagrams(SearchPlaces places) {
        this.places = places;
    }

    SearchPlaces places() {
        return places;
    }

    /** Begins to take part. @throws IOException when nothing can be sent or heard at all */
    synchronized void join(Hearer hearer) throws IOException {
        if (open.isEmpty()) {
            Open made = make();
            open = Optional.of(made);
            Thread.ofPlatform().daemon().name("pi search").start(() -> listen(made));
        }
        hearers.add(hearer);
    }

    synchronized void leave(Hearer hearer) {
        if (hearers.remove(hearer) && hearers.isEmpty()) {
            open.ifPresent(PiDatagrams::close);
            open = Optional.empty();
        }
    }

    /** What is amiss with the common port, for the operator. */
    Optional<String> trouble() {
        return trouble;
    }

    /** The common port, once somebody takes part. */
    synchronized int port() throws IOException {
        return ((InetSocketAddress) open.orElseThrow().common().getLocalAddress()).getPort();
    }

    private Open make() throws IOException {
        Selector selector = Selector.open();
        DatagramChannel common = DatagramChannel.open(StandardProtocolFamily.INET);
        DatagramChannel own = DatagramChannel.open(StandardProtocolFamily.INET);
        Open made = new Open(selector, common, own);
        boolean done = false;
        try {
            own.setOption(StandardSocketOptions.SO_BROADCAST, true).bind(new InetSocketAddress(places.bind(), 0));
            share(common);
            bind(common);
            for (DatagramChannel each : List.of(common, own)) {
                each.configureBlocking(false);
                each.register(selector, SelectionKey.OP_READ);
            }
            done = true;
            return made;
        } finally {
            if (!done) {
                close(made);
            }
        }
    }

    /** On Linux the first option shares the port; the second would there split what comes among the sharers. */
    private static void share(DatagramChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux && channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
            channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        }
    }

    private void bind(DatagramChannel common) throws IOException {
        try {
            common.bind(new InetSocketAddress(places.bind(), places.port()));
            trouble = Optional.empty();
        } catch (IOException e) {
            LOG.info("UDP port {} is not to be had: {}", places.port(), e.getMessage());
            trouble = Optional.of("Another program holds UDP port " + places.port()
                    + " for itself; cameras that answer only there are not found. Type their address.");
            common.bind(new InetSocketAddress(places.bind(), 0));
        }
    }

    /** Sends from the port of our own. @throws IOException when it cannot be sent there */
    void send(PiMessage message, InetSocketAddress to) throws IOException {
        Optional<Open> now;
        synchronized (this) {
            now = open;
        }
        if (now.isPresent()) {
            now.get().own().send(ByteBuffer.wrap(codec.encode(message)), to);
        }
    }

    private void listen(Open from) {
        ByteBuffer datagram = ByteBuffer.allocate(MAX_BYTES + 1);
        try {
            while (from.selector().isOpen()) {
                from.selector().select(key -> receive((DatagramChannel) key.channel(), datagram));
            }
        } catch (ClosedSelectorException _) {
            // Nobody takes part any more.
        } catch (IOException e) {
            LOG.warn("the search for cameras hears nothing more: {}", e.getMessage());
        }
    }

    private void receive(DatagramChannel channel, ByteBuffer datagram) {
        try {
            datagram.clear();
            if (channel.receive(datagram) instanceof InetSocketAddress from) {
                byte[] body = new byte[datagram.flip().remaining()];
                datagram.get(body);
                Bytes bytes = Bytes.wrap(body);
                PiMessage message = message(bytes);
                hearers.forEach(each -> each.heard(message, from));
            }
        } catch (MalformedMessageException e) {
            LOG.debug("a datagram was left out: {}", e.getMessage());
        } catch (IOException e) {
            // Windows reports here that an earlier datagram reached nobody.
            LOG.debug("a datagram was lost: {}", e.getMessage());
        }
    }

    private PiMessage message(Bytes bytes) throws MalformedMessageException {
        int head = PiCodec.LENGTH_BYTES;
        if (bytes.length() > MAX_BYTES || bytes.length() < head
                || bytes.asByteBuffer().getInt(0) != bytes.length() - head) {
            throw new MalformedMessageException("a datagram of " + bytes.length() + " bytes is no whole message");
        }
        return codec.decode(bytes.slice(head, bytes.length() - head));
    }

    private static void close(Open ending) {
        try (Selector _ = ending.selector(); DatagramChannel _ = ending.common(); DatagramChannel _ = ending.own()) {
            ending.selector().wakeup();
        } catch (IOException e) {
            LOG.debug("a socket of the search did not close: {}", e.getMessage());
        }
    }

    /** How an asker is reached: at the common port, and where it asked from if that is another. */
    List<InetSocketAddress> askers(InetSocketAddress from) {
        InetAddress host = from.getAddress();
        InetSocketAddress usual = new InetSocketAddress(host, places.answerPort());
        return from.getPort() == places.answerPort() ? List.of(usual) : List.of(usual, from);
    }
}
