package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.Still;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

class BrowserModelTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> decoding = new ArrayDeque<>();
    private final List<Optional<Picture>> reused = new ArrayList<>();
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));
    private long nanos;
    private final Transport transport = new Transport(NoLog.INDEX, () -> nanos);
    private Optional<BrowserModel> made = Optional.empty();

    @AfterEach
    void close() {
        made.ifPresent(BrowserModel::close);
        drain();
    }

    @Test
    void openedLogShowsItsFirstFrameWithItsState() {
        BrowserModel model = open(SmallLog.ofFrames(7));
        drain();
        assertThat(shown(model).frame()).isZero();
        assertThat(shown(model).state().activePins()).isEqualTo(PinSet.of(0));
        assertThat(model.openProperty().get().orElseThrow().notes()).isEmpty();
        assertThat(preferences.get().recentLogs()).containsExactly(folder.resolve("a.bin").toAbsolutePath());
    }

    @Test
    void scrubbingDecodesOnlyTheNewestRequest() {
        BrowserModel model = open(SmallLog.ofFrames(7));
        for (int i = 0; i < 6; i++) {
            transport.step(1);
        }
        drain();
        assertThat(reused).hasSize(1);
        assertThat(shown(model).frame()).isEqualTo(6);
        assertThat(shown(model).state().activePins()).isEqualTo(PinSet.of(2));
    }

    @Test
    void framesAroundThePlayheadAreDecodedOnceHoweverOneStepsAmongThem() {
        BrowserModel model = open(SmallLog.ofFrames(7));
        for (int direction : new int[]{1, -1, 1}) {
            for (int i = 0; i < 6; i++) {
                drain();
                transport.step(direction);
            }
        }
        drain();
        assertThat(shown(model).frame()).isEqualTo(6);
        assertThat(reused).hasSize(7);
    }

    /** A frame each 100 ms of the log takes 350 ms to decode: what cannot be shown in time is left out. */
    @Test
    void slowDecodingLeavesFramesOutAndKeepsTrueTimeBothWays() {
        for (int direction : new int[]{1, -1}) {
            BrowserModel model = open(SmallLog.ofFrames(41));
            transport.goTo(direction > 0 ? 0 : 40);
            drain();
            reused.clear();
            transport.ramp(direction);
            List<Integer> seen = new ArrayList<>();
            for (int tick = 1; tick <= 60; tick++) {
                nanos += 50_000_000L;
                transport.tick();
                if (tick % 7 == 0) {
                    decoding.remove().run();
                    seen.add(shown(model).frame());
                    assertThat(Math.abs(shown(model).frame() - (direction > 0 ? 0 : 40)))
                            .as("frames after %d ms", tick * 50).isEqualTo(tick / 2);
                }
            }
            assertThat(transport.frame()).isEqualTo(direction > 0 ? 30 : 10);
            assertThat(seen).hasSize(8);
            assertThat(reused).as("pictures decoded").hasSizeBetween(1, 8);
            model.close();
            drain();
        }
    }

    @Test
    void damagedPictureIsToldAndTheOthersAreShown() {
        BrowserModel model = open(SmallLog.ofFrames(2)
                .add(new DeviceEvent.Image(Optional.of(SmallLog.ZERO.plusSeconds(1)),
                        Bytes.wrap(new byte[]{1, 2, 3}))));
        transport.end();
        drain();
        assertThat(shown(model).picture()).isEmpty();
        assertThat(shown(model).trouble().orElseThrow()).startsWith("Frame 2 cannot be shown");
        transport.home();
        drain();
        assertThat(shown(model).picture()).isPresent();
    }

    @Test
    void tornTailIsReportedAndTheRestOpens() {
        BrowserModel model = open(SmallLog.ofFrames(4).raw((byte) 40, (byte) 0, (byte) 0, (byte) 0, (byte) 7));
        assertThat(transport.index().frames()).isEqualTo(4);
        assertThat(model.openProperty().get().orElseThrow().notes()).anyMatch(LogNotes.Note::warning);
    }

    @Test
    void logWithoutFramesStillTellsItsState() {
        BrowserModel model = open(new SmallLog().add(SmallLog.temperature(0)).add(SmallLog.temperature(500)));
        drain();
        assertThat(transport.frame()).isEqualTo(-1);
        assertThat(shown(model).state().temperatures()).isPresent();
    }

    @Test
    void frameOfTheNextLogIsNeverAskedOfTheOneBefore() {
        BrowserModel model = open(new SmallLog().add(SmallLog.temperature(0)));
        drain();
        List<RuntimeException> failures = new ArrayList<>();
        transport.frameProperty().addListener((_, _, _) -> {
            try {
                drain();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        model.open(SmallLog.ofFrames(2).write(folder.resolve("b.bin")));
        drain();
        assertThat(failures).isEmpty();
        assertThat(shown(model).frame()).isZero();
    }

    @Test
    void fileThatIsNoLogIsRefusedAndTheOpenOneStays() throws Exception {
        BrowserModel model = open(SmallLog.ofFrames(3));
        Path text = Files.writeString(folder.resolve("notes.txt"), "Thursday: mixed A and B, it bubbled.\n");
        model.open(text);
        assertThat(model.refusalProperty().get()).contains("notes.txt");
        assertThat(model.openProperty().get()).isPresent();
        model.open(folder.resolve("gone.bin"));
        assertThat(model.refusalProperty().get()).contains("gone.bin");
        assertThat(model.openingProperty().get()).isEmpty();
    }

    @Test
    void boardFileIsRememberedForTheNextLog() throws Exception {
        BrowserModel model = open(SmallLog.ofFrames(3));
        assertThat(model.openProperty().get().orElseThrow().board()).isEmpty();
        Path board = Files.writeString(folder.resolve("my.json"),
                "{\"layout\":{\"grids\":[{\"origin\":[0,0],\"pitch\":1,\"pins\":[[0,1,2]]}]}}");
        model.chooseBoard(board, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(model.openProperty().get().orElseThrow().board()).isPresent();
        Files.delete(board);
        model.open(SmallLog.ofFrames(2).write(folder.resolve("b.bin")));
        assertThat(model.openProperty().get().orElseThrow().board().orElseThrow().board().electrodes()).hasSize(3);
    }

    @Test
    void growingLogIsReadOn() throws Exception {
        BrowserModel model = open(SmallLog.ofFrames(3));
        SmallLog.ofFrames(5).write(folder.resolve("a.bin"));
        model.readOn();
        drain();
        assertThat(transport.index().frames()).isEqualTo(5);
        assertThat(transport.frame()).isZero();
    }

    @Test
    void stillsNeverOverwrite() throws Exception {
        BrowserModel model = open(SmallLog.ofFrames(3));
        var reader = model.openProperty().get().orElseThrow().reader();
        Path first = Stills.save(reader, 2, Still.Style.PLAIN, folder, PictureDecoder::best);
        Path second = Stills.save(reader, 2, Still.Style.PLAIN, folder, PictureDecoder::best);
        assertThat(first.getFileName()).hasToString("a-frame-000002.png");
        assertThat(second.getFileName()).hasToString("a-frame-000002-2.png");
        assertThat(ImageIO.read(first.toFile()).getWidth()).isEqualTo(SmallLog.WIDTH);
    }

    private static FrameLoader.Loaded shown(BrowserModel model) {
        return model.shownProperty().get().orElseThrow();
    }

    private void drain() {
        while (!decoding.isEmpty()) {
            decoding.remove().run();
        }
    }

    private BrowserModel open(SmallLog log) {
        Background background = new Background(Runnable::run, Runnable::run, InstantSource.system());
        BrowserModel model = new BrowserModel(background, preferences, new BoardChoice(folder.resolve("board.json")),
                Optional.of(folder.resolve("cache")),
                transport, decoding::add, Runnable::run, Watched::new);
        made = Optional.of(model);
        model.open(log.write(folder.resolve("a.bin")));
        return model;
    }

    /** Notes which pictures it is given to use again. */
    private final class Watched implements PictureDecoder {
        private final PictureDecoder decoder = PictureDecoder.best();

        @Override
        public Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException {
            reused.add(reuse);
            return decoder.decode(data, reuse);
        }

        @Override
        public String name() {
            return decoder.name();
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
