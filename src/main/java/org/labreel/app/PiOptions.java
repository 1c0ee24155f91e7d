package org.labreel.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.serve.AllowedAddresses;
import org.labreel.serve.pi.PiCameraServer;
import picocli.CommandLine.Option;

/** How {@code labreel serve} serves its sources as remote Pi cameras. */
final class PiOptions {
    @Option(names = "--pi-port", paramLabel = "N", defaultValue = "-1", description = "Serve the first source as a remote Pi camera on this port, 9898 as the real one; further sources on N+1, N+2, ...; 0 for free ports. Default: not served.")
    private int port;

    @Option(names = "--pi-allow", paramLabel = "ADDR", description = "Also let clients of this address look and record, 192.168.1.20 or 192.168.1.0/24; several may be given. The protocol has no secret. Default: this computer only.")
    private List<String> allowed = new ArrayList<>();

    @Option(names = "--pi-discoverable", description = "Answer those that may look when they search for Pi cameras.")
    private boolean discoverable;

    /** What is wrong with them; empty when nothing is. */
    Optional<String> conflict(int sources) {
        if (port < -1 || port + sources - 1 > 65_535) {
            return Optional.of("--pi-port is from 0 to " + (65_536 - sources));
        }
        if (port < 0 && (discoverable || !allowed.isEmpty())) {
            return Optional.of("--pi-allow and --pi-discoverable need --pi-port");
        }
        try {
            allowed();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    boolean wanted() {
        return port >= 0;
    }

    boolean discoverable() {
        return discoverable;
    }

    AllowedAddresses allowed() {
        return AllowedAddresses.of(allowed);
    }

    /** Of the source with this number, counted from 0. */
    PiCameraServer.Settings settings(int number) {
        return new PiCameraServer.Settings(port <= 0 ? 0 : port + number, allowed());
    }
}
