package org.labreel.app;

import java.nio.file.Path;
import org.labreel.feed.SourceAddress;
import org.labreel.feed.cpl.CplAddress;
import org.labreel.feed.pi.PiAddress;

/**
 * What the operator may name as a source: the demo, a device server, a camera, a log to be played as if it were live.
 */
sealed interface SourceChoice {
    /** The address that means the simulated device. */
    String DEMO = "demo";

    /** As it is remembered and written into sessions. */
    String address();

    /** What sessions call its camera, in the words of recording scripts. */
    default String model() {
        return switch (this) {
            // PurpleDrop's camera, also behind its logs.
            case Demo _,Device _,Log _ -> "REALSENSE_D435";
            case Pi _,Cpl _ -> "V4L2CAMERA";
        };
    }

    /** The simulated device. */
    record Demo() implements SourceChoice {
        @Override
        public String address() {
            return DEMO;
        }
    }

    /** A log on disk. */
    record Log(Replay replay) implements SourceChoice {
        @Override
        public String address() {
            return replay.address();
        }
    }

    /** A PurpleDrop device server. */
    record Device(SourceAddress at) implements SourceChoice {
        @Override
        public String address() {
            String feed = at.feed().toString();
            return SourceAddress.parse(feed).rpc().equals(at.rpc()) ? feed : feed + "?rpc=" + at.rpc().getPort();
        }
    }

    /** A remote Pi camera. */
    record Pi(PiAddress at) implements SourceChoice {
        @Override
        public String address() {
            return at.toString();
        }
    }

    /** A remote recorder of cpl_media. */
    record Cpl(CplAddress at) implements SourceChoice {
        @Override
        public String address() {
            return at.toString();
        }
    }

    /**
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    static SourceChoice of(String text) {
        String given = text.strip();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("Type an address first, such as ws://host:7001.");
        }
        if (given.equals(DEMO)) {
            return new Demo();
        }
        if (PiAddress.isMeant(given)) {
            return new Pi(PiAddress.parse(given));
        }
        if (CplAddress.isOne(given)) {
            return new Cpl(CplAddress.parse(given));
        }
        return Replay.of(given).<SourceChoice>map(Log::new).orElseGet(() -> new Device(SourceAddress.parse(given)));
    }

    /** A log to be played once, at its own pace. */
    static SourceChoice log(Path file) {
        return new Log(new Replay(file, 1, false));
    }
}
