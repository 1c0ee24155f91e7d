package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendQueueTest {
    @Test
    void whatIsNotLeftOutComesInItsOrderAndAllIsAccountedFor() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            long most = 50L + random.nextInt(400);
            SendQueue queue = new SendQueue(most);
            List<Integer> out = new ArrayList<>();
            int added = 0;
            for (int step = 0; step < 500; step++) {
                if (random.nextInt(3) > 0) {
                    boolean frame = random.nextInt(4) == 0;
                    queue.add(Buffer.buffer().appendInt(added++)
                            .appendBytes(new byte[random.nextInt(frame ? 300 : 20)]), frame);
                } else {
                    queue.take().ifPresent(message -> out.add(message.getInt(0)));
                }
                assertThat(queue.bytes()).as("seed %d", seed).isBetween(0L, most);
            }
            while (!queue.isEmpty()) {
                out.add(queue.take().orElseThrow().getInt(0));
            }
            assertThat(out).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
            assertThat(out.size() + queue.droppedFrames() + queue.droppedReadings()).as("seed %d", seed)
                    .isEqualTo(added);
            assertThat(queue.bytes()).isZero();
        }
    }

    @Test
    void oldestFramesGiveWayBeforeAnyReading() {
        SendQueue queue = new SendQueue(100);
        queue.add(message(1, 10), false);
        queue.add(message(2, 40), true);
        queue.add(message(3, 40), true);
        queue.add(message(4, 50), true);
        queue.add(message(5, 10), false);
        assertThat(queue.droppedFrames()).isEqualTo(2);
        queue.add(message(6, 95), false);
        assertThat(queue.droppedFrames()).isEqualTo(3);
        assertThat(queue.droppedReadings()).isEqualTo(2);
        assertThat(queue.take().orElseThrow().getByte(0)).isEqualTo((byte) 6);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void messagesOfNoLengthHaveABoundToo() {
        SendQueue queue = new SendQueue(100);
        Buffer empty = Buffer.buffer();
        for (int i = 0; i < 250_000; i++) {
            queue.add(empty, false);
        }
        assertThat(queue.droppedReadings()).isEqualTo(150_000);
    }

    private static Buffer message(int number, int bytes) {
        byte[] body = new byte[bytes];
        body[0] = (byte) number;
        return Buffer.buffer(body);
    }
}
