package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.AnnotationStore;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.picture.PictureDecoder;
import org.labreel.ui.kit.Background;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;
import org.labreel.ui.kit.UnaskedOpener;
import org.labreel.ui.timeline.EpochNanos;
import org.labreel.ui.timeline.TimeSpan;
import org.labreel.ui.timeline.TimelineHole;
import org.labreel.ui.timeline.TimelineModel;
import org.labreel.ui.timeline.TimelineSegment;

class BrowserTimelineTest {
    private static final long ZERO = EpochNanos.of(SmallLog.ZERO);
    private static final long MILLI = 1_000_000;

    @TempDir
    private Path folder = Path.of("");

    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));
    private final Transport transport = new Transport(NoLog.INDEX, () -> 0);
    private Optional<BrowserModel> made = Optional.empty();
    private Optional<Annotations> marks = Optional.empty();

    @AfterEach
    void close() {
        made.ifPresent(BrowserModel::close);
    }

    @Test
    void openLogIsShownWithItsTracksAndThePlayheadFollowsTheFrame() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        assertThat(timeline.content().frames().count()).isEqualTo(10);
        assertThat(timeline.content().focus()).isEqualTo(new TimeSpan(ZERO, ZERO + 900 * MILLI));
        assertThat(timeline.signals()).extracting(each -> each.id()).containsExactly("voltage");
        assertThat(timeline.content().segments()).hasSize(1);
        transport.step(3);
        assertThat(timeline.playheadProperty().get()).hasValue(ZERO + 300 * MILLI);
    }

    @Test
    void scrubbingGoesToTheFrameThatWasShownThen() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        timeline.actions().seek(ZERO + 390 * MILLI);
        assertThat(transport.frame()).isEqualTo(3);
        timeline.actions().step(2);
        assertThat(transport.frame()).isEqualTo(5);
        timeline.actions().largeStep(-1);
        assertThat(transport.frame()).isZero();
    }

    @Test
    void rangeOfTheTransportAndHandlesOnTheTimelineAreOne() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        assertThat(timeline.selectionProperty().get().marked()).isFalse();
        assertThat(timeline.selectionProperty().get().count()).isEqualTo(10);
        timeline.actions().select(new TimeSpan(ZERO + 160 * MILLI, ZERO + 440 * MILLI));
        assertThat(transport.rangeProperty().get().first()).isEqualTo(2);
        assertThat(transport.rangeProperty().get().last(10)).isEqualTo(4);
        transport.goTo(7);
        transport.markOut();
        assertThat(timeline.selectionProperty().get().span())
                .isEqualTo(new TimeSpan(ZERO + 200 * MILLI, ZERO + 700 * MILLI));
        timeline.actions().clearSelection();
        assertThat(timeline.selectionProperty().get().marked()).isFalse();
    }

    @Test
    void markersAndRangesAreEditedThroughTheStackOfUndo() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        Annotations annotations = marks.orElseThrow();
        timeline.actions().addMarker(ZERO + 310 * MILLI);
        assertThat(timeline.content().markers().getFirst().nanos()).isEqualTo(ZERO + 300 * MILLI);
        timeline.actions().moveMarker(timeline.content().markers().getFirst().id(), ZERO + 590 * MILLI);
        assertThat(timeline.content().markers().getFirst().nanos()).isEqualTo(ZERO + 600 * MILLI);
        annotations.undo();
        assertThat(timeline.content().markers().getFirst().nanos()).isEqualTo(ZERO + 300 * MILLI);
        annotations.addRanges(List.of(new Annotations.Part("mix", 1, 4, "#58a6ff")));
        timeline.actions().changeRange(timeline.content().ranges().getFirst().id(),
                new TimeSpan(ZERO + 210 * MILLI, ZERO + 800 * MILLI));
        assertThat(annotations.ranges().getFirst().first()).isEqualTo(2);
        assertThat(annotations.ranges().getFirst().last()).isEqualTo(8);
        assertThat(annotations.undoNameProperty().get()).isEqualTo("move range");
    }

    @Test
    void otherSegmentsOfTheSessionStandByTheClockOfTheLogAndOpenThere() throws IOException {
        // This computer's clock is an hour ahead of the device's.
        Instant here = SmallLog.ZERO.plus(Duration.ofHours(1));
        SessionFolder session = SessionFolder.create(folder, Session.named("run", here)
                .withSegment(segment("segment-001.bin", here, here.plusMillis(900)))
                .withSegment(segment("segment-002.bin", here.plusSeconds(10), here.plusSeconds(11)))
                .withLosses(List.of(new Loss(Loss.Cause.QUEUE_OVERFLOW, "ws://x", here.plusMillis(200),
                        here.plusMillis(300), 12, ""))));
        SmallLog.ofFrames(10).write(session.path().resolve("segment-001.bin"));
        SmallLog.ofFrames(5).write(session.path().resolve("segment-002.bin"));
        TimelineModel timeline = open(session.path().resolve("segment-001.bin"));
        assertThat(timeline.content().segments()).extracting(TimelineSegment::shown).containsExactly(true, false);
        TimelineSegment other = timeline.content().segments().getLast();
        assertThat(other.span().startNanos()).isEqualTo(ZERO + 10_000 * MILLI);
        TimelineHole loss = timeline.content().holes().getLast();
        assertThat(loss.span()).isEqualTo(new TimeSpan(ZERO + 200 * MILLI, ZERO + 300 * MILLI));
        assertThat(loss.text()).isEqualTo("12 messages lost: disk too slow");
        timeline.actions().open(other, ZERO + 10_250 * MILLI);
        assertThat(transport.index().frames()).isEqualTo(5);
        assertThat(transport.frame()).isEqualTo(2);
        assertThat(timeline.content().segments()).extracting(TimelineSegment::shown).containsExactly(false, true);
    }

    @Test
    void growingLogIsReadOnAndTheWindowStays() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        timeline.window(100 * MILLI);
        var window = timeline.scale().window();
        SmallLog.ofFrames(15).write(folder.resolve("a.bin"));
        made.orElseThrow().readOn();
        assertThat(timeline.content().frames().count()).isEqualTo(15);
        assertThat(timeline.content().frames().times().size()).isEqualTo(15);
        assertThat(timeline.scale().window()).isEqualTo(window);
    }

    @Test
    void chosenSignalsAreRemembered() {
        TimelineModel timeline = open(SmallLog.ofFrames(10).write(folder.resolve("a.bin")));
        timeline.shownProperty().set(Set.of());
        timeline.wallTimeProperty().set(true);
        made.orElseThrow().close();
        TimelineModel next = open(SmallLog.ofFrames(4).write(folder.resolve("b.bin")));
        assertThat(next.signals()).isEmpty();
        assertThat(next.wallTimeProperty().get()).isTrue();
    }

    @Test
    void logWithoutFramesHasATimelineOfItsReadings() {
        TimelineModel timeline = open(new SmallLog().add(SmallLog.temperature(0)).add(SmallLog.temperature(500))
                .write(folder.resolve("a.bin")));
        assertThat(timeline.content().signals()).hasSize(2);
        assertThat(timeline.playheadProperty().get()).isEmpty();
        timeline.actions().seek(ZERO);
        timeline.actions().select(new TimeSpan(ZERO, ZERO + MILLI));
        assertThat(transport.frame()).isEqualTo(-1);
        assertThat(timeline.selectionProperty().get().count()).isZero();
    }

    private static Segment segment(String file, Instant start, Instant end) {
        return new Segment(file, "ws://x", start, Optional.of(end), 1000, 0, 0, 10, 10, 0, 0, 10);
    }

    private TimelineModel open(Path log) {
        Background background = new Background(Runnable::run, Runnable::run, InstantSource.system());
        BoardChoice boards = new BoardChoice(folder.resolve("board.json"));
        AnnotationDesk desk = new AnnotationDesk(new AnnotationStore(folder.resolve("notes")), Runnable::run, _ -> {
        });
        BrowserServices services = new BrowserServices(background, preferences, _ -> {
        }, new UnaskedOpener(), boards, desk, Runnable::run, Runnable::run, PictureDecoder::best, () -> 0,
                ZoneId.of("UTC"));
        BrowserModel model = new BrowserModel(background, preferences, boards, transport, Runnable::run, Runnable::run,
                PictureDecoder::best);
        Annotations annotations = new Annotations(desk, Runnable::run);
        made = Optional.of(model);
        marks = Optional.of(annotations);
        model.openProperty().subscribe(annotations::show);
        TimelineModel timeline = new BrowserTimeline(model, annotations, services).timeline();
        model.open(log);
        return timeline;
    }
}
