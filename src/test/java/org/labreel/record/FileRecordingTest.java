package org.labreel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.codec.EventCodec;
import org.labreel.model.Arrival;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.RawMessage;

class FileRecordingTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void everyByteReceivedStandsInTheFile() throws IOException {
        long seed = 20260131;
        SplittableRandom random = new SplittableRandom(seed);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Path file = folder.resolve("log.bin");
        try (FileRecording recording = new FileRecording(file, 1 << 28, 0)) {
            for (int i = 0; i < 500; i++) {
                byte[] body = new byte[random.nextInt(1, 20_000)];
                random.nextBytes(body);
                expected.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array());
                expected.write(body);
                assertThat(recording.accept(message(Bytes.wrap(body)))).as("seed %d", seed).isTrue();
            }
        }
        assertThat(file).hasBinaryContent(expected.toByteArray());
    }

    @Test
    void itEndsRightAfterTheWantedNumberOfFrames() throws IOException {
        Path file = folder.resolve("log.bin");
        FileRecording recording = new FileRecording(file, 1 << 20, 2);
        try (recording) {
            assertThat(recording.accept(image(1))).isTrue();
            assertThat(recording.accept(message(EventCodec.encode(new DeviceEvent.DeviceInfo(true, "s", "v")))))
                    .isTrue();
            assertThat(recording.accept(image(2))).isFalse();
            assertThat(recording.accept(image(3))).isFalse();
        }
        assertThat(recording.records()).isEqualTo(3);
        assertThat(recording.frames()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitIntoTheQueueIsCountedAsLost() throws IOException {
        try (FileRecording recording = new FileRecording(folder.resolve("log.bin"), 100, 0)) {
            recording.accept(message(Bytes.wrap(new byte[101])));
            assertThat(recording.lost()).isEqualTo(1);
        }
        assertThat(folder.resolve("log.bin")).isEmptyFile();
    }

    @Test
    void emptyMessageIsCountedAsLostAndRecordingGoesOn() throws IOException {
        FileRecording recording = new FileRecording(folder.resolve("log.bin"), 1 << 20, 0);
        try (recording) {
            assertThat(recording.accept(image(1))).isTrue();
            assertThat(recording.accept(message(Bytes.EMPTY))).isTrue();
            assertThat(recording.accept(image(2))).isTrue();
        }
        assertThat(recording.frames()).isEqualTo(2);
        assertThat(recording.lost()).isEqualTo(1);
        assertThat(recording.unfit()).isEqualTo(1);
        assertThat(recording.failure()).isEmpty();
    }

    @Test
    void manySmallMessagesDoNotFillTheHeap() throws IOException {
        int room = 10_000;
        try (FileRecording recording = new FileRecording(folder.resolve("log.bin"), room, 0)) {
            assertThat(recording.accept(message(Bytes.wrap(new byte[room - 50])))).isTrue();
            assertThat(recording.lost()).as("what holds it in the queue counts too").isEqualTo(1);
        }
    }

    @Test
    void fileThatIsDeletedWhileItIsRecordedEndsTheRecordingAndIsSaid() throws Exception {
        Path file = folder.resolve("log.bin");
        try (FileRecording recording = new FileRecording(file, 1 << 20, 0)) {
            assertThat(recording.accept(image(1))).isTrue();
            recording.keep();
            assertThat(recording.failure()).isEmpty();
            Files.delete(file);
            recording.keep();
            assertThat(recording.failure().orElseThrow()).hasMessageContaining("deleted or moved");
            assertThat(recording.accept(image(2))).isFalse();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void anExistingFileIsNeverTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("log.bin"), "mine");
        assertThatThrownBy(() -> new FileRecording(file, 100, 0)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("mine");
    }

    private static RawMessage image(int stamp) {
        return message(EventCodec.encode(
                new DeviceEvent.Image(Optional.of(NOW.plusSeconds(stamp)), Bytes.wrap(new byte[]{1, 2, 3}))));
    }

    private static RawMessage message(Bytes body) {
        return new RawMessage(body, new Arrival(NOW, 0));
    }
}
