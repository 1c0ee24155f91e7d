package org.labreel.app;

import java.io.IOException;
import java.net.InetAddress;

/** What this computer is called. */
final class HostName {
    private HostName() {
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
