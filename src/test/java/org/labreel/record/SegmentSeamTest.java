package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.labreel.record.Recorded.payloads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.log.LogReader;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;

/** Where a segment begins: what stands in front of it, and the seam to what was before. */
class SegmentSeamTest extends OnDisk {
    @Test
    void preRollRunsIntoTheRecordingWithoutGapOrRepeat() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        List<RawMessage> sent = new ArrayList<>();
        for (int second = 0; second < 5; second++) {
            sent.addAll(feed.second(500));
        }
        sent.forEach(recorder::accept);
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> live = feed.second(500);
        live.forEach(recorder::accept);
        Segment segment = recorder.stop();

        List<RawMessage> expected = new ArrayList<>(
                sent.stream().filter(m -> feed.nanos() - 1_000_000_000L - m.arrival().monotonicNanos() < 2_000_000_000L)
                        .toList());
        assertThat(segment.preRollRecords()).isEqualTo(expected.size());
        expected.addAll(live);
        List<Bytes> records = bodies(folder.file(segment));
        assertThat(records.subList((int) segment.headRecords(), records.size())).isEqualTo(payloads(expected));
    }

    @Test
    void preRollNeverReachesIntoTheSegmentBefore() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        SessionFolder folder = folder();
        recorder.start(folder);
        feed.second(500).forEach(recorder::accept);
        Segment first = recorder.stop();
        RawMessage between = feed.capacitance(5);
        recorder.accept(between);
        recorder.start(folder);
        recorder.accept(feed.image(500));
        Segment second = recorder.stop();

        assertThat(first.file()).isNotEqualTo(second.file());
        assertThat(second.preRollRecords()).isEqualTo(1);
        assertThat(second.written()).isEqualTo(2);
        assertThat(second.start()).isEqualTo(between.arrival().wall());
    }

    @Test
    void headStateStandsInFrontInOrderAndAsReceived() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        RawMessage voltage = feed.voltage(200);
        RawMessage temperature = feed.temperature(60);
        RawMessage electrodes = feed.electrodes(7, 9);
        recorder.accept(feed.electrodes(1));
        recorder.accept(voltage);
        recorder.accept(temperature);
        recorder.accept(electrodes);
        feed.pass(60);
        recorder.accept(feed.image(500));
        SessionFolder folder = folder();
        recorder.start(folder);
        feed.pass(1);
        recorder.accept(feed.image(500));
        Segment segment = recorder.stop();

        assertThat(segment.headRecords()).isEqualTo(4);
        assertThat(segment.preRollRecords()).isEqualTo(1);
        try (LogReader log = LogReader.open(folder.file(segment))) {
            assertThat(log.body(0)).isEqualTo(electrodes.payload());
            assertThat(log.index().kind(1)).isEqualTo(EventKind.IMAGE_TRANSFORM);
            assertThat(log.body(2)).isEqualTo(temperature.payload());
            assertThat(log.body(3)).isEqualTo(voltage.payload());
            assertThat(log.stateAt(4).activePins().pins()).containsExactly(7, 9);
            assertThat(log.stateAt(4).imageTransform().orElseThrow().imageWidth()).isEqualTo(640);
            assertThat(log.stateAt(4).imageTransform().orElseThrow().transform()).isEmpty();
            assertThat(log.index().headRecords()).isEqualTo(4);
            assertThat(log.index().duration()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void splitLosesNothingAndEachPartStandsAlone() throws IOException {
        Recorder recorder = recorder(new RecorderSettings(Duration.ZERO, 0, 8 << 20, 9000, false, 0));
        recorder.accept(feed.electrodes(3));
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> sent = feed.second(2000);
        sent.forEach(recorder::accept);
        recorder.stop();

        List<Bytes> all = new ArrayList<>();
        List<Segment> segments = folder.session().segments();
        assertThat(segments.size()).isGreaterThan(2);
        for (Segment segment : segments) {
            List<Bytes> records = bodies(folder.file(segment));
            all.addAll(records.subList((int) segment.headRecords(), records.size()));
            assertThat(segment.headRecords()).isEqualTo(2);
            assertThat(segment.bytes()).isLessThanOrEqualTo(9000);
            assertThat(segment.end()).isPresent();
        }
        assertThat(all).isEqualTo(payloads(sent));
    }

    @Test
    void splitByAgeLosesNothingAndCountsFromThePress() throws IOException {
        Recorder recorder = recorder(new RecorderSettings(Duration.ofSeconds(2), 1 << 20, 8 << 20, 1L << 30,
                Duration.ofSeconds(2), false, 0));
        List<RawMessage> sent = new ArrayList<>(feed.second(500));
        sent.forEach(recorder::accept);
        SessionFolder folder = folder();
        recorder.start(folder);
        for (int second = 0; second < 5; second++) {
            List<RawMessage> live = feed.second(500);
            live.forEach(recorder::accept);
            sent.addAll(live);
        }
        recorder.stop();

        assertThat(folder.session().segments()).extracting(Segment::written).containsExactly(60L, 40L, 20L);
        assertThat(folder.session().segments()).extracting(Segment::start).containsExactly(Feed.START,
                Feed.START.plusSeconds(3), Feed.START.plusSeconds(5));
        assertThat(Recorded.in(folder)).isEqualTo(payloads(sent));
    }

    @Test
    void preRollKeepsToItsBytesAndThreeHundredSecondsAreKeptWhereThereIsRoom() throws IOException {
        Recorder small = recorder(new RecorderSettings(Duration.ofMinutes(5), 5000, 8 << 20, 1L << 30, false, 0));
        Recorder large = recorder(new RecorderSettings(Duration.ofMinutes(5), 1 << 20, 8 << 20, 1L << 30, false, 0));
        for (int second = 0; second < 310; second++) {
            RawMessage frame = feed.image(1000);
            small.accept(frame);
            large.accept(frame);
            feed.pass(1);
        }
        assertThat(small.recent().messages()).hasSize(4);
        assertThat(large.recent().messages()).hasSize(299);
    }
}
