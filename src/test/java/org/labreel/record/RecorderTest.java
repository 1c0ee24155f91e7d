package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labreel.record.Recorded.payloads;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Bytes;
import org.labreel.model.EventKind;
import org.labreel.model.Loss;
import org.labreel.model.Marker;
import org.labreel.model.RawMessage;
import org.labreel.model.Segment;
import org.labreel.model.Session;

class RecorderTest extends OnDisk {
    @Test
    void whatIsReceivedWhileRecordingIsInTheLogByteForByte() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        SessionFolder folder = folder();
        recorder.start(folder);
        List<RawMessage> sent = feed.second(2000);
        sent.forEach(recorder::accept);
        Segment segment = recorder.stop();

        List<Bytes> records = bodies(folder.file(segment));
        assertThat(records.subList((int) segment.headRecords(), records.size())).isEqualTo(payloads(sent));
        assertThat(segment.received()).isEqualTo(20);
        assertThat(segment.written()).isEqualTo(20);
        assertThat(segment.frames()).isEqualTo(10);
        assertThat(segment.start()).isEqualTo(Feed.START);
        assertThat(segment.end()).contains(sent.getLast().arrival().wall());
        assertThat(SessionFolder.open(folder.path()).session().segments()).containsExactly(segment);
    }

    @Test
    void changedSettingsReachTheNextSegmentWithoutANewSource() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        for (int second = 0; second < 5; second++) {
            feed.second(500).forEach(recorder::accept);
        }
        recorder.settings(new RecorderSettings(Duration.ZERO, SETTINGS.preRollBytes(), SETTINGS.queueBytes(),
                SETTINGS.splitBytes(), true, SETTINGS.reserveBytes()));
        recorder.start(folder());
        List<RawMessage> live = feed.second(500);
        live.forEach(recorder::accept);
        // The same frame once more: stored no longer.
        RawMessage frame = live.stream().filter(m -> MessageKind.of(m.payload()) == EventKind.IMAGE).toList()
                .getLast();
        recorder.accept(frame);
        recorder.accept(frame);
        Segment segment = recorder.stop();

        assertThat(segment.preRollRecords()).isZero();
        assertThat(segment.repeated()).isPositive();
        assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated());
    }

    @Test
    void repeatedFramesAreCountedAndKeptUnlessToldOtherwise() throws IOException {
        for (boolean drop : List.of(false, true)) {
            Recorder recorder = recorder(new RecorderSettings(Duration.ZERO, 0, 8 << 20, 1L << 30, drop, 0));
            SessionFolder folder = folder();
            recorder.start(folder);
            RawMessage frame = feed.image(500);
            for (int i = 0; i < 5; i++) {
                recorder.accept(frame);
                recorder.accept(feed.capacitance(i));
            }
            assertThatThrownBy(() -> recorder.start(folder)).hasMessageContaining("already");
            assertThat(recorder.status().repeats()).isEqualTo(4);
            Segment segment = recorder.stop();
            assertThat(segment.written()).isEqualTo(drop ? 6 : 10);
            assertThat(segment.repeated()).isEqualTo(drop ? 4 : 0);
            assertThat(segment.received()).isEqualTo(10);
        }
    }

    @Test
    void markersAndReportedLossesStandInTheSessionFile() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        SessionFolder folder = folder();
        recorder.start(folder);
        Marker marker = new Marker(UUID.randomUUID(), feed.now(), "drop merged", "#ff0000");
        Loss loss = new Loss(Loss.Cause.OVERLONG_MESSAGE, "ws://test", feed.now(), feed.now(), 2, "too long");
        recorder.accept(feed.image(500));
        recorder.mark(marker);
        recorder.accept(loss);
        Segment segment = recorder.stop();

        Session saved = SessionFolder.open(folder.path()).session();
        assertThat(saved.markers()).containsExactly(marker);
        assertThat(saved.losses()).containsExactly(loss);
        assertThat(saved.state()).isEqualTo(Session.State.STOPPED);
        assertThat(segment.lost()).isEqualTo(2);
        assertThat(segment.received()).isEqualTo(segment.written() + segment.repeated() + segment.lost());
    }

    @Test
    void crashLeavesASegmentWithoutEndAndAReadableLog() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        SessionFolder folder = folder();
        recorder.start(folder);
        feed.second(500).forEach(recorder::accept);
        recorder.mark(new Marker(UUID.randomUUID(), feed.now(), "", "#ff0000"));
        // Stopping a second recording is refused on the recorder's thread, so that by then all is written.
        assertThatThrownBy(() -> recorder.start(folder)).hasMessageContaining("already");

        Session found = SessionFolder.open(folder.path()).session();
        assertThat(found.state()).isEqualTo(Session.State.STARTED);
        assertThat(found.segments()).hasSize(1);
        assertThat(found.segments().getFirst().end()).isEmpty();
        assertThat(bodies(folder.file(found.segments().getFirst()))).hasSize(21);
    }

    @Test
    void noFramesArrivingIsSaidAtOnce() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        recorder.start(folder());
        assertThat(recorder.status().alarmText().orElse("")).contains("No frames");
        recorder.accept(feed.image(500));
        assertThat(recorder.status().alarm()).isEmpty();
        feed.pass(0.9);
        recorder.accept(feed.capacitance(1));
        assertThat(recorder.status().alarm()).isEmpty();
        feed.pass(0.2);
        assertThat(recorder.status().alarmText().orElse("")).contains("No frames");
        assertThat(recorder.status().elapsed()).isEqualTo(Duration.ofMillis(1100));
    }

    @Test
    void secondRecordingOnOneFolderIsRefusedAndHarmsNothing() throws IOException {
        Recorder one = recorder(SETTINGS);
        Recorder other = recorder(SETTINGS);
        SessionFolder folder = folder();
        one.start(folder);
        SessionFolder same = SessionFolder.open(folder.path());
        assertThatThrownBy(() -> other.start(same)).isInstanceOf(IOException.class)
                .hasMessageContaining("Another recording");
        one.accept(feed.image(500));
        assertThat(one.stop().written()).isEqualTo(1);
        other.start(same);
        other.accept(feed.image(500));
        assertThat(other.stop().file()).isEqualTo("segment-002.bin");
    }

    @Test
    void stoppingWithoutStartIsAMistake() {
        Recorder recorder = recorder(SETTINGS);
        assertThatThrownBy(recorder::stop).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void emptyMessagesAreCountedAsLostSinceNoLogCanHoldThem() throws IOException {
        Recorder recorder = recorder(SETTINGS);
        recorder.start(folder());
        recorder.accept(feed.image(100));
        recorder.accept(feed.raw(Bytes.EMPTY));
        Segment segment = recorder.stop();
        assertThat(segment.written()).isEqualTo(1);
        assertThat(segment.lost()).isEqualTo(1);
        assertThat(segment.received()).isEqualTo(2);
    }
}
