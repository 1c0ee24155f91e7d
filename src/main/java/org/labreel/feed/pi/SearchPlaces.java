package org.labreel.feed.pi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where a search goes and where its answers come.
 *
 * @param bind
 *            address that is listened on
 * @param port
 *            UDP port that is listened on, shared with other programs; 0 for a free one
 * @param answerPort
 *            UDP port at which an asker waits for answers
 * @param targets
 *            where questions are sent, asked anew for each round: cables are plugged and pulled
 */
public record SearchPlaces(InetAddress bind, int port, int answerPort, Supplier<List<InetSocketAddress>> targets) {
    /** The whole of every network that this computer is part of. */
    public static final SearchPlaces NETWORK = new SearchPlaces(new InetSocketAddress(0).getAddress(),
            PiProtocol.SEARCH_PORT, PiProtocol.SEARCH_PORT, SearchPlaces::broadcasts);

    private static final InetAddress EVERYBODY = InetAddress.ofLiteral("255.255.255.255");
    /** The one broadcast that stays inside, for what else runs on this computer. */
    private static final InetAddress INSIDE = InetAddress.ofLiteral("127.255.255.255");

    private static List<InetSocketAddress> broadcasts() {
        Set<InetAddress> out = new LinkedHashSet<>(List.of(EVERYBODY, INSIDE));
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp()) {
                    each.getInterfaceAddresses().stream().map(InterfaceAddress::getBroadcast)
                            .flatMap(broadcast -> Optional.ofNullable(broadcast).stream()).forEach(out::add);
                }
            }
        } catch (IOException _) {
            // An interface went away while it was looked at; the next round sees the rest.
        }
        List<InetSocketAddress> targets = new ArrayList<>();
        out.forEach(each -> targets.add(new InetSocketAddress(each, PiProtocol.SEARCH_PORT)));
        return targets;
    }

    /** Whether an address is this computer's own. */
    static boolean own(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException _) {
            return false;
        }
    }
}
