package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.labreel.record.Recorded.payloads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.labreel.archive.SessionFolder;
import org.labreel.model.Loss;
import org.labreel.model.RawMessage;

/** A disk, a heap or a thread that does not answer. */
class RecorderStallTest extends OnFaultyDisk {
    @Test
    void stalledDiskCountsWhatItCannotTakeAndSaysSo() throws Exception {
        Recorder recorder = recorder(10_000, 0);
        SessionFolder folder = folder();
        recorder.start(folder);
        disk.stall = new CountDownLatch(1);
        List<RawMessage> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.addAll(feed.second(2000));
        }
        recorder.accept(sent.getFirst());
        disk.stalled.await();
        sent.subList(1, sent.size()).forEach(recorder::accept);
        assertThat(recorder.status().alarmText().orElse("")).contains("does not keep up");
        assertThat(recorder.status().queuedBytes()).isLessThanOrEqualTo(10_000);
        assertThat(recorder.status().lost()).isPositive();
        feed.pass(6);
        disk.stall.countDown();
        recorder.stop();
        assertAccounted(folder, sent.size());
        long lost = folder.session().segments().getFirst().lost();
        assertThat(folder.session().losses().stream().mapToLong(Loss::count).sum()).isEqualTo(lost);
        assertThat(folder.session().losses()).extracting(Loss::cause).containsOnly(Loss.Cause.QUEUE_OVERFLOW);
        assertThat(payloads(sent)).containsSubsequence(received(folder));
    }

    @Test
    void fullHeapCostsOneMessageAndNotTheRecorder() throws Exception {
        SessionFolder folder = folder();
        Recorder recorder = recorder(8 << 20, 0);
        recorder.start(folder);
        recorder.accept(feed.pass(0.1).capacitance(1));
        settle(recorder, folder);
        disk.heapFull = true;
        recorder.accept(feed.pass(0.1).capacitance(2));
        RawMessage after = feed.pass(0.1).capacitance(3);
        recorder.accept(after);
        settle(recorder, folder);
        assertThat(recorder.status().alarmText().orElse("")).as("it stays until the recording is over")
                .contains("could not be recorded").contains("recording goes on");
        assertThat(recorder.stop().end()).isPresent();
        assertThat(received(folder)).endsWith(after.payload());
        assertAccounted(folder, 3);
    }

    @Test
    void deadRecorderAnswersThatItIsDead() throws Exception {
        Recorder recorder = recorder(8 << 20, 0);
        recorder.start(folder());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("recorder")) {
                thread.interrupt();
                thread.join();
            }
        }
        assertThatThrownBy(recorder::stop).isInstanceOf(IOException.class).hasMessageContaining("stopped working");
    }
}
