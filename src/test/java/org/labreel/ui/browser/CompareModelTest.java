package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.log.LogReader;
import org.labreel.model.PinSet;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.NoOpener;
import org.labreel.ui.kit.Preferences;

class CompareModelTest {
    private final Queue<Runnable> decoding = new ArrayDeque<>();
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    @TempDir
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private BrowserModel model;
    @SuppressWarnings("NullAway.Init")
    private CompareModel compare;

    @BeforeEach
    void open() {
        Background background = new Background(Runnable::run, Runnable::run, InstantSource.system());
        MemoryPreferences preferences = new MemoryPreferences(Preferences.first(folder));
        BoardChoice boards = new BoardChoice(folder.resolve("board.json"));
        model = new BrowserModel(background, preferences, boards, transport, decoding::add, Runnable::run,
                PictureDecoder::best);
        compare = new CompareModel(new BrowserServices(background, preferences, _ -> {
        }, new NoOpener(), boards,
                new AnnotationDesk(new AnnotationStore(folder.resolve("notes")), decoding::add, _ -> {
                }), decoding::add, Runnable::run, PictureDecoder::best, () -> 0, ZoneId.of("UTC")),
                model);
        model.open(log("a.bin", 10));
        drain();
    }

    @AfterEach
    void close() {
        compare.close();
        model.close();
        drain();
    }

    @Test
    void theFrameThatIsShownStaysAsBWhileAMoves() {
        transport.goTo(4);
        compare.begin();
        transport.goTo(7);
        drain();
        assertThat(compare.shownProperty().get().orElseThrow().frame()).isEqualTo(4);
        assertThat(compare.shownProperty().get().orElseThrow().state().activePins()).isEqualTo(PinSet.of(1));
        assertThat(model.shownProperty().get().orElseThrow().state().activePins()).isEqualTo(PinSet.of(2));
        assertThat(compare.lockProperty().get()).isEqualTo(new Lock.Released());
    }

    @Test
    void lockedBGoesInStepAndAStepOfBAloneChangesTheOffset() {
        compare.begin();
        transport.goTo(2);
        compare.lockByFrames();
        transport.step(3);
        assertThat(compare.frameProperty().get()).isEqualTo(3);
        compare.step(2);
        assertThat(compare.frameProperty().get()).isEqualTo(5);
        assertThat(transport.frame()).as("A stays").isEqualTo(5);
        assertThat(compare.lockProperty().get()).isEqualTo(new Lock.Frames(0));
        transport.goTo(9);
        compare.step(-5);
        transport.goTo(1);
        assertThat(compare.beyondProperty().get()).isTrue();
        assertThat(compare.frameProperty().get()).isZero();
        transport.goTo(8);
        assertThat(compare.frameProperty().get()).as("the offset outlives the end").isEqualTo(3);
        drain();
        assertThat(compare.shownProperty().get().orElseThrow().frame()).isEqualTo(3);
    }

    @Test
    void scrubbingDecodesOnlyTheNewestOfEachSide() {
        compare.begin();
        compare.lockByFrames();
        drain();
        for (int i = 0; i < 6; i++) {
            transport.step(1);
        }
        assertThat(decoding).hasSize(2);
        drain();
        assertThat(model.shownProperty().get().orElseThrow().frame()).isEqualTo(6);
        assertThat(compare.shownProperty().get().orElseThrow().frame()).isEqualTo(6);
    }

    @Test
    void logOpenedForBIsClosedWhenTheComparisonIsLeftAndAsOwnIsNot() {
        transport.goTo(5);
        compare.open(log("b.bin", 8));
        drain();
        LogReader reader = compare.logProperty().get().orElseThrow().reader();
        assertThat(compare.lockProperty().get()).isInstanceOf(Lock.Time.class);
        assertThat(compare.shownProperty().get().orElseThrow().frame()).isEqualTo(5);
        compare.leave();
        drain();
        assertThatThrownBy(() -> reader.body(0)).isInstanceOf(IOException.class);
        compare.begin();
        LogReader own = compare.logProperty().get().orElseThrow().reader();
        compare.leave();
        drain();
        assertThat(own).isSameAs(model.openProperty().get().orElseThrow().reader());
        assertThat(readable(own)).isTrue();
    }

    @Test
    void everyLogThatBLeavesForAnotherIsClosed() {
        compare.open(log("b.bin", 8));
        drain();
        LogReader b = compare.logProperty().get().orElseThrow().reader();
        compare.open(log("c.bin", 3));
        drain();
        LogReader c = compare.logProperty().get().orElseThrow().reader();
        assertThat(readable(b)).isFalse();
        compare.begin();
        drain();
        assertThat(readable(c)).isFalse();
    }

    @Test
    void anotherLogAsAEndsAComparisonWithinOneLogAndKeepsOneOfTwo() {
        compare.begin();
        model.open(log("b.bin", 4));
        drain();
        assertThat(compare.isActive()).isFalse();
        compare.open(log("c.bin", 6));
        drain();
        model.open(log("a.bin", 10));
        drain();
        assertThat(compare.isActive()).isTrue();
        assertThat(readable(compare.logProperty().get().orElseThrow().reader())).isTrue();
    }

    @Test
    void whatIsNoLogIsRefusedAndTheComparisonStays() throws IOException {
        compare.begin();
        compare.open(Files.writeString(folder.resolve("notes.txt"), "Thursday\n"));
        assertThat(compare.refusalProperty().get()).contains("notes.txt");
        assertThat(compare.isActive()).isTrue();
        compare.open(new SmallLog().add(SmallLog.temperature(0)).write(folder.resolve("dark.bin")));
        assertThat(compare.refusalProperty().get()).isEqualTo("dark.bin holds no pictures to compare.");
        assertThat(compare.isActive()).isTrue();
    }

    @Test
    void differencesAreTold() {
        transport.goTo(0);
        compare.begin();
        transport.goTo(9);
        drain();
        var a = model.shownProperty().get().map(FrameLoader.Loaded::state);
        var b = compare.shownProperty().get().map(FrameLoader.Loaded::state);
        assertThat(CompareBar.words(a, b)).isEqualTo("On in A only: 3  ·  on in B only: 0");
        assertThat(CompareBar.differing(a, b)).isEqualTo(PinSet.of(0, 3));
        assertThat(CompareBar.words(a, a)).isEqualTo("The same electrodes are on in A and B: 3.");
    }

    private static boolean readable(LogReader reader) {
        try {
            return reader.body(0).length() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private Path log(String name, int frames) {
        return SmallLog.ofFrames(frames).write(folder.resolve(name));
    }

    private void drain() {
        while (!decoding.isEmpty()) {
            decoding.remove().run();
        }
    }
}
