package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

/** Goes through a whole log of a real server, which was looked through by hand: its truth stands beside it. */
class RealLogTest {
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    private final List<Integer> shown = new ArrayList<>();
    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private BrowserModel model;
    @SuppressWarnings("NullAway.Init")
    private JsonNode truth;

    @BeforeEach
    void open() throws IOException {
        Path log = folder.resolve("real.bin");
        try (InputStream in = resource("purpledrop-v4.1-small.bin")) {
            Files.copy(in, log);
        }
        try (InputStream in = resource("purpledrop-v4.1-small.truth.json")) {
            truth = new ObjectMapper().readTree(in);
        }
        model = new BrowserModel(new Background(Runnable::run, Runnable::run, InstantSource.system()),
                new MemoryPreferences(Preferences.first(folder)), new BoardChoice(folder.resolve("board.json")),
                Optional.of(folder.resolve("cache")),
                transport, Runnable::run, Runnable::run, PictureDecoder::best);
        model.shownProperty().subscribe(frame -> frame.ifPresent(loaded -> shown.add(loaded.frame())));
        model.open(log);
        assertThat(transport.index().records()).isEqualTo(truth.path("records").asInt());
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void nextChangeLandsOnTheFirstFrameAfterEachChangeAndThePanelShowsExactlyItsPins() {
        for (JsonNode change : truth.path("electrode_states")) {
            assertThat(transport.change(1)).isTrue();
            assertThat(transport.frame()).isEqualTo(change.path("frames_before").asInt());
            assertThat(pinsInPanel()).isEqualTo(pins(change));
        }
        assertThat(transport.change(1)).as("a thirteenth change").isFalse();
    }

    @Test
    void previousChangeGoesTheSameWayBack() {
        transport.end();
        List<JsonNode> changes = new ArrayList<>();
        truth.path("electrode_states").forEach(changes::addFirst);
        for (JsonNode change : changes) {
            assertThat(transport.change(-1)).isTrue();
            assertThat(transport.frame()).isEqualTo(change.path("frames_before").asInt());
            assertThat(pinsInPanel()).isEqualTo(pins(change));
        }
        assertThat(transport.change(-1)).isFalse();
    }

    @Test
    void everyFrameIsReachedForwardAndBackwardByOneStepAtATime() {
        int frames = truth.path("frames").asInt();
        for (int i = 0; i < frames + 5; i++) {
            transport.step(1);
        }
        assertThat(shown).isEqualTo(IntStream.range(0, frames).boxed().toList());
        shown.clear();
        for (int i = 0; i < frames + 5; i++) {
            transport.step(-1);
        }
        assertThat(shown).isEqualTo(IntStream.range(0, frames - 1).map(i -> frames - 2 - i).boxed().toList());
    }

    @Test
    void electrodesAreMarkedAsChangedOnlyOnTheFramesAfterAChangeAndTheirTimeAsAGuess() {
        List<Integer> changed = new ArrayList<>();
        for (int frame = 1; frame < transport.index().frames(); frame++) {
            transport.goTo(frame);
            StateFacts.Fact electrodes = facts().getFirst();
            if (electrodes.changed()) {
                changed.add(frame);
                assertThat(electrodes.clock()).isEqualTo(StateAtFrame.Clock.GUESS);
                assertThat(electrodes.age()).startsWith("≈ ");
            }
        }
        List<Integer> expected = new ArrayList<>();
        truth.path("electrode_states").forEach(change -> expected.add(change.path("frames_before").asInt()));
        assertThat(changed).isEqualTo(expected);
    }

    private List<Integer> pinsInPanel() {
        return facts().getFirst().values().stream().filter(value -> value.mark() != FactValue.Mark.OFF)
                .map(value -> Integer.parseInt(value.text().replace("+", ""))).toList();
    }

    private List<StateFacts.Fact> facts() {
        FrameLoader.Loaded loaded = model.shownProperty().get().orElseThrow();
        assertThat(loaded.frame()).isEqualTo(transport.frame());
        return StateFacts.of(loaded.known(), transport.index().frameTime(loaded.frame()));
    }

    private static List<Integer> pins(JsonNode change) {
        List<Integer> pins = new ArrayList<>();
        change.path("pins_on").forEach(pin -> pins.add(pin.asInt()));
        return pins;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(RealLogTest.class.getResourceAsStream("/org/labreel/log/" + name), name);
    }
}
