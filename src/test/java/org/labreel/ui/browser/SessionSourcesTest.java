package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.model.Segment;
import org.labreel.model.Session;

class SessionSourcesTest {
    private static final Instant NOON = Instant.parse("2026-03-28T12:00:00Z");
    private static final Path FOLDER = Path.of("root", "session");

    /** A segment of each of these sources, in this order. */
    private static SessionSources of(String... sources) {
        List<Segment> segments = new ArrayList<>();
        for (String source : sources) {
            segments.add(new Segment("segment-00" + (segments.size() + 1) + ".bin", source, NOON, Optional.of(NOON), 1,
                    0, 0, 1, 1, 0, 0, 1));
        }
        return SessionSources.of(FOLDER.resolve("segment-001.bin"),
                Optional.of(Session.named("test", NOON).withSegments(segments)));
    }

    @Test
    void eachSourceHasAShortNameOfItsOwn() {
        assertThat(of("ws://bench:7001", "pi://lid:9898", "cpl://scope:10000?format=png", "ws://bench:7001").tracks())
                .extracting(SessionSources.Track::name)
                .containsExactly("bench:7001", "Pi lid:9898", "cpl scope:10000");
    }

    @Test
    void segmentThatTellsNoSourceIsCalledSo() {
        assertThat(of("ws://bench:7001", "").tracks()).extracting(SessionSources.Track::name)
                .containsExactly("bench:7001", "Unknown source");
    }
}
