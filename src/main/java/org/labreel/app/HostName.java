package org.labreel.app;

import java.io.IOException;
import java.net.InetAddress;
import org.labreel.serve.AllowedAddresses;

/** What this computer is called. */
final class HostName {
    private HostName() {
    }

    /** What callers write of a server that lets these in. Not on the JavaFX thread either. */
    static String forCallers(AllowedAddresses allowed) {
        return allowed.onlyThisComputer() ? "127.0.0.1" : here();
    }

    /** May ask the network; not on the JavaFX thread. */
    static String here() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException _) {
            return "labreel";
        }
    }
}
