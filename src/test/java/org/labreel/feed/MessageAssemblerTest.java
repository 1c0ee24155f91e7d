package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;

class MessageAssemblerTest {
    private static final int MAX_BYTES = 16 << 20;

    private final List<Bytes> messages = new ArrayList<>();
    private int tooLong;
    private final MessageAssembler assembler = new MessageAssembler(MAX_BYTES, messages::add, () -> tooLong++,
            () -> {
            });

    @Test
    void whatALargeMessageTookIsGivenBackAfterIt() {
        byte[] large = bytes(MAX_BYTES);
        fragments(large, 1 << 20);
        assertThat(messages).singleElement().satisfies(message -> assertThat(message.length()).isEqualTo(MAX_BYTES));
        assertThat(assembler.reservedBytes()).isLessThanOrEqualTo(1 << 20);
        messages.clear();
        byte[] usual = bytes(400_000);
        fragments(usual, 64 << 10);
        assertThat(messages).containsExactly(Bytes.wrap(usual));
    }

    @Test
    void whatAMessageOverTheLimitTookIsGivenBackAtOnce() {
        fragment(bytes(MAX_BYTES), true, false);
        fragment(new byte[1], false, false);
        assertThat(tooLong).isEqualTo(1);
        assertThat(assembler.stuck()).isTrue();
        assertThat(assembler.reservedBytes()).isLessThanOrEqualTo(1 << 20);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private void fragments(byte[] message, int each) {
        for (int at = 0; at < message.length; at += each) {
            int end = Math.min(message.length, at + each);
            fragment(Arrays.copyOfRange(message, at, end), at == 0, end == message.length);
        }
    }

    private void fragment(byte[] bytes, boolean first, boolean last) {
        Buffer data = Buffer.buffer(bytes);
        assembler.frame(first ? WebSocketFrame.binaryFrame(data, last) : WebSocketFrame.continuationFrame(data, last));
    }
}
