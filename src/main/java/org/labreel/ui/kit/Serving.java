package org.labreel.ui.kit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What this program serves to others while its window is open.
 *
 * @param bind
 *            address that is listened on
 * @param secret
 *            that callers from elsewhere must know; may be empty on loopback
 * @param allowed
 *            addresses of other computers that services without a secret let in, between spaces or commas; mostly empty
 * @param doors
 *            by service; one that is as in a first run, closed, need not be named
 */
public record Serving(String bind, String secret, String allowed, Map<Service, Door> doors) {
    private static final String THIS_COMPUTER = "127.0.0.1";
    /** Nothing is served, and nobody elsewhere could call. */
    public static final Serving NOTHING = new Serving(THIS_COMPUTER, "", "", Map.of());

    public Serving {
        Map<Service, Door> chosen = new EnumMap<>(Service.class);
        doors.forEach((service, door) -> {
            if (!door.equals(usual(service))) {
                chosen.put(service, door);
            }
        });
        doors = Map.copyOf(chosen);
    }

    private static Door usual(Service service) {
        return new Door(false, service.usualPort, ServingChoices.USUAL);
    }

    /** What can be served; each has a switch in Settings. */
    public enum Service {
        SESSIONS("sessions", "Sessions over GraphQL", "Scripts and other consoles plan and trigger sessions here.",
                8080), RELAY("relay", "A live feed, passed on",
                        "Recorders and PurpleDrop's page read the feed of a source here, each at its own pace.",
                        7101), PI_CAMERA("piCamera", "A live picture, as a Pi camera",
                                "Clients of remote Pi cameras see a source here, and can begin and end a recording.",
                                9898), CPL("cpl", "Remote recorder (cpl_media)",
                                        "Players of cpl_media watch a source here.", 10_000);

        private final String key;
        private final String title;
        private final String hint;
        private final int usualPort;

        Service(String key, String title, String hint, int usualPort) {
            this.key = key;
            this.title = title;
            this.hint = hint;
            this.usualPort = usualPort;
        }

        /** In the settings file. */
        public String key() {
            return key;
        }

        /** Beside its switch. */
        public String title() {
            return title;
        }

        /** What it is for, one sentence. */
        public String hint() {
            return hint;
        }

        /** Whether one source is served, which can be chosen. */
        public boolean ofOneSource() {
            return this != SESSIONS;
        }

        /** Whether callers can show no secret: then they are let in by their address. */
        public boolean withoutSecret() {
            return this == PI_CAMERA || this == CPL;
        }
    }

    /**
     * One service's own choices.
     *
     * @param port
     *            0 for a free one
     */
    public record Door(boolean open, int port, ServingChoices choices) {
        public static final int MOST = 65_535;

        /** With the usual choices. */
        public Door(boolean open, int port) {
            this(open, port, ServingChoices.USUAL);
        }

        public Door with(ServingChoices next) {
            return new Door(open, port, next);
        }

        /** With the port inside its bounds. */
        public Door bounded() {
            return new Door(open, Math.clamp(port, 0, MOST), choices);
        }
    }

    public Door door(Service service) {
        return doors.getOrDefault(service, usual(service));
    }

    public Serving withDoor(Service service, Door door) {
        Map<Service, Door> next = new EnumMap<>(Service.class);
        next.putAll(doors);
        next.put(service, door.bounded());
        return new Serving(bind, secret, allowed, next);
    }

    public Serving withBind(String next) {
        return new Serving(next, secret, allowed, doors);
    }

    public Serving withSecret(String next) {
        return new Serving(bind, next, allowed, doors);
    }

    public Serving withAllowed(String next) {
        return new Serving(bind, secret, next, doors);
    }

    /** The allowed addresses one by one, as they were written. */
    public List<String> allowedAddresses() {
        return Arrays.stream(allowed.split("[\\s,;]+")).filter(each -> !each.isBlank()).toList();
    }

    /** Which other computers are let in through a door at which no secret is asked for. */
    public List<String> letIn(Door door) {
        return door.choices().others() ? allowedAddresses() : List.of();
    }

    /** Whether only programs of this computer can call, as far as the address itself tells; no name is looked up. */
    public boolean loopback() {
        String host = bind.strip().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** Why nothing may be served like this, for the operator. */
    public Optional<String> refusal() {
        if (bind.isBlank()) {
            return Optional.of("Give an address to listen on; " + THIS_COMPUTER + " is this computer alone.");
        }
        return loopback() || !secret.isBlank()
                ? Optional.empty()
                : Optional.of("Other computers could call " + bind.strip()
                        + ": set a secret first. Nothing is served without one.");
    }
}
