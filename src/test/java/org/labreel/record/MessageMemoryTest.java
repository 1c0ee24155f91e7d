package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Bytes;
import org.labreel.model.Segment;
import org.labreel.model.Session;

class MessageMemoryTest {
    private static final long BOUND = 100_000;

    @TempDir
    private Path root;
    private final Feed feed = new Feed(5);
    private final FaultyDisk disk = new FaultyDisk();
    private final MessageMemory memory = new MessageMemory(BOUND);
    private final List<Recorder> open = new ArrayList<>();

    @AfterEach
    void close() {
        disk.stall.countDown();
        open.forEach(Recorder::close);
    }

    /** Each alone may keep and queue more than there is memory for all. */
    private Recorder recorder(String source) {
        Recorder recorder = new Recorder(source,
                new RecorderSettings(Duration.ofMinutes(5), BOUND, BOUND, 1L << 30, false, 0), feed::now, feed::nanos,
                disk, Duration.ofDays(1), memory);
        open.add(recorder);
        return recorder;
    }

    @Test
    void preRollsOfSeveralSourcesTogetherStayWithinHalfOfTheMemory() throws IOException {
        Recorder one = recorder("ws://one");
        Recorder two = recorder("ws://two");
        for (int i = 0; i < 100; i++) {
            one.accept(feed.pass(0.05).image(2000));
            two.accept(feed.pass(0.05).image(2000));
            // Waits until both have come so far.
            one.recent();
            two.recent();
        }
        assertThat(memory.held()).isBetween(BOUND / 4, BOUND / 2 + 2500);
        assertThat(one.recent().messages()).isNotEmpty();
        assertThat(two.recent().messages()).isNotEmpty();
    }

    @Test
    void whatWaitsForAStalledDiskNeverTakesMoreThanThereIsAndIsCounted() throws Exception {
        Recorder one = recorder("ws://one");
        SessionFolder folder = SessionFolder.create(root, Session.named("one", Feed.START));
        one.start(folder);
        disk.stall = new CountDownLatch(1);
        one.accept(feed.image(2000));
        disk.stalled.await();
        for (int i = 0; i < 200; i++) {
            one.accept(feed.pass(0.01).image(2000));
            assertThat(memory.held()).isLessThanOrEqualTo(BOUND);
        }
        assertThat(one.status().lost()).isPositive();
        disk.stall.countDown();
        Segment segment = one.stop();
        assertThat(segment.received()).isEqualTo(201);
        assertThat(segment.written() + segment.lost()).isEqualTo(201);
        assertThat(memory.held()).as("given back when written").isZero();
    }

    @Test
    void preRollIsGivenBackWhenItIsWritten() throws IOException {
        Recorder one = recorder("ws://one");
        feed.second(500).forEach(one::accept);
        one.start(SessionFolder.create(root, Session.named("one", Feed.START)));
        assertThat(memory.held()).isZero();
        one.stop();
    }

    @Test
    void closedRecorderGivesBackAllThatItHeld() throws Exception {
        Recorder one = recorder("ws://one");
        feed.second(500).forEach(one::accept);
        one.recent();
        assertThat(memory.held()).isPositive();
        one.close();
        assertThat(memory.held()).isZero();
        one.accept(feed.image(500));
        one.accept(feed.raw(Bytes.EMPTY));
        assertThat(memory.held()).as("what comes after the end is not kept").isZero();
    }

    @Test
    void manySmallMessagesCountWithAllThatHoldsThem() throws IOException {
        Recorder one = recorder("ws://one");
        Bytes tiny = Bytes.wrap(new byte[]{1});
        for (int i = 0; i < BOUND; i++) {
            one.accept(feed.raw(tiny));
            if (i % 100 == 0) {
                one.recent();
            }
        }
        assertThat((long) one.recent().messages().size()).isBetween(1L, BOUND / 200);
        assertThat(memory.held()).isLessThanOrEqualTo(BOUND / 2 + 200);
    }

    @Test
    void largeMessagesCountAsTheRegionsOfTheHeapThatTheyTake() {
        assertThat(MessageMemory.bytes(feed.image(400_000))).isLessThan(401_000);
        assertThat(MessageMemory.bytes(feed.image(600_000))).isEqualTo(1 << 20);
        assertThat(MessageMemory.bytes(feed.image(1_200_000))).isEqualTo(2 << 20);
    }
}
