package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.labreel.Patience;
import org.labreel.feed.FeedStatus;
import org.labreel.feed.Heard;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;
import org.labreel.picture.PictureDecoder;

/** The player against recorders that keep the rules. */
class CplSourceTest extends OnPlayer {
    @Test
    void everyRecordingIsAskedForAnewAndEachFrameBecomesAnImage() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            for (int round = 0; round < 2; round++) {
                peer.expect("started_playing");
                peer.starts();
                peer.frame(40 + round, 0.5, 1);
                peer.frame(50 + round, 0.6, 2);
                peer.send(new CplMessage.StoppedRecording());
            }
            peer.expect("started_playing");
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 4);
            Patience.until(() -> recorder.heard.size() == 3);

            assertThat(recorder.heard).containsExactly("started_playing", "started_playing", "started_playing");
            assertThat(images(heard)).extracting(CplSourceTest::grey).containsExactly(40, 50, 41, 51);
            assertThat(events(heard, DeviceEvent.ImageTransform.class)).hasSize(2).allSatisfy(each -> {
                assertThat(each.transform()).isEmpty();
                assertThat(List.of(each.imageWidth(), each.imageHeight())).containsExactly(16, 8);
            });
            assertThat(heard.statuses).extracting(FeedStatus::text)
                    .anySatisfy(text -> assertThat(text).contains("records 16x8 gray, 29.97 frames/s"))
                    .anySatisfy(text -> assertThat(text).contains("has ended; waiting for the next one"));
            assertThat(heard.statuses).allSatisfy(status -> assertThat(status.silence().isEmpty())
                    .as(status.text()).isEqualTo(status.state() != FeedStatus.State.CONNECTED
                            || status.text().contains(", which records ")));
            assertThat(heard.statuses).extracting(FeedStatus::silence)
                    .contains(": the recording there has ended; waiting for the next one");
            assertThat(heard.losses).isEmpty();
            CplFigures figures = source.figures();
            assertThat(figures.recorded()).isEqualTo(4);
            assertThat(figures.recording()).isFalse();
            assertThat(figures.frames()).isEqualTo("16x8 gray, 29.97 frames/s");
            assertThat(figures.storedBytes()).isPositive();
        }
    }

    @Test
    void framesAreAsFarApartAsTheStreamSaysAndKeepItsWords() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(1, 0.033366700033366704, 1);
            peer.frame(2, 0.06673340006673341, 2);
            peer.frame(3, 1.5, 3);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 3);

            List<DeviceEvent.Image> images = images(heard);
            Instant first = images.getFirst().time().orElseThrow();
            assertThat(first).isEqualTo(heard.messages.getFirst().arrival().wall());
            assertThat(Duration.between(first, images.get(1).time().orElseThrow()))
                    .isEqualTo(Duration.ofNanos(33_366_700));
            assertThat(Duration.between(first, images.get(2).time().orElseThrow()))
                    .isEqualTo(Duration.ofNanos(1_466_633_300));
            assertThat(new String(images.getFirst().data().toArray(), StandardCharsets.ISO_8859_1))
                    .contains("cpl_media gray\ncount: 1\nt: 0.033366700033366704\n");
        }
    }

    @Test
    void framesThatTheRecorderLeftOutAreCountedByItsOwnCount() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.frame(1, 0, 1);
            peer.frame(2, 0.1, 2);
            peer.frame(3, 0.5, 6);
        }); CplSource source = source(recorder, PATIENT)) {
            Heard heard = new Heard();
            source.start(heard);
            heard.await(() -> images(heard).size() == 3);
            assertThat(source.figures().skippedThere()).isEqualTo(3);
            heard.await(() -> heard.losses.stream().anyMatch(loss -> loss.count() == 3
                    && loss.detail().contains("by its own count")));
        }
    }

    @Test
    void whateverComesIsDrainedAndWhatIsTooMuchIsCounted() throws Exception {
        int sent = 400;
        CountDownLatch drained = new CountDownLatch(1);
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            for (int i = 1; i <= sent; i++) {
                peer.frame(i % 256, i / 30.0, i);
            }
            drained.countDown();
        })) {
            CplAddress few = new CplAddress("127.0.0.1", recorder.address().port(), CplAddress.Picture.JPEG, 50, 5, 3);
            try (CplSource source = source(few, PATIENT)) {
                CountDownLatch go = new CountDownLatch(1);
                Heard slow = new Heard() {
                    @Override
                    public void message(RawMessage message) {
                        try {
                            go.await();
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        }
                        super.message(message);
                    }
                };
                source.start(slow);
                drained.await();
                Patience.until(() -> source.figures().skippedHere() >= sent - 10);
                go.countDown();
                Patience.until(() -> source.figures().recorded() + source.figures().skippedHere() == sent);
                slow.await(() -> slow.losses.stream().filter(loss -> loss.detail().contains("could encode"))
                        .mapToLong(Loss::count).sum() == source.figures().skippedHere());
            }
        }
    }

    @Test
    void pngKeepsEveryBit() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            for (int grey = 0; grey < 256; grey += 51) {
                peer.frame(grey, grey / 100.0, grey + 1);
            }
        })) {
            CplAddress png = CplAddress.parse(recorder.address() + "?format=png");
            try (CplSource source = source(png, PATIENT)) {
                Heard heard = new Heard();
                source.start(heard);
                heard.await(() -> images(heard).size() == 6);
                assertThat(images(heard)).extracting(CplSourceTest::grey).containsExactly(0, 51, 102, 153, 204, 255);
            }
        }
    }

    @Test
    void whoClosesSaysGoodbye() throws Exception {
        try (FakeRecorder recorder = new FakeRecorder(0, peer -> {
            peer.expect("started_playing");
            peer.starts();
            peer.expect("stopped_playing");
        })) {
            CplSource source = source(recorder, PATIENT);
            Heard heard = new Heard();
            source.start(heard);
            heard.awaitStatus(status -> status.text().contains("records"));
            source.close();
            source.close();
            Patience.until(() -> recorder.heard.contains("stopped_playing"));
        }
    }

    private static int grey(DeviceEvent.Image image) {
        try (PictureDecoder decoder = PictureDecoder.best()) {
            return decoder.decode(image.data(), Optional.empty()).pixels().get(0) & 0xFF;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
