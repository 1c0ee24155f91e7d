package org.labreel.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;

class EventPeekTest {
    @ParameterizedTest
    @EnumSource
    void wholeMessageTellsTheSameAsDecoding(EventKind kind) throws Exception {
        for (long seed = 0; seed < 100; seed++) {
            DeviceEvent event = new RandomEvents(seed).next(kind);
            EventPeek peek = EventPeek.of(EventCodec.encode(event));
            assertThat(peek.kind()).as("seed %s", seed).isEqualTo(event.kind());
            assertThat(peek.time()).as("seed %s", seed).isEqualTo(event.time());
        }
    }

    @ParameterizedTest
    @EnumSource
    void frontOfAMessageNeverTellsAnythingWrong(EventKind kind) throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            DeviceEvent event = new RandomEvents(seed).next(kind);
            Bytes message = EventCodec.encode(event);
            for (int length = 0; length < Math.min(message.length(), 2 * EventPeek.ENOUGH); length++) {
                EventPeek peek = peekOrNothing(message.slice(0, length));
                if (peek.kind() != EventKind.UNKNOWN) {
                    assertThat(peek.kind()).as("seed %s, %s bytes", seed, length).isEqualTo(kind);
                }
                if (peek.time().isPresent()) {
                    assertThat(peek.time()).as("seed %s, %s bytes", seed, length).isEqualTo(event.time());
                }
            }
        }
    }

    /** A front that is cut inside of a number may be refused. */
    private static EventPeek peekOrNothing(Bytes front) {
        try {
            return EventPeek.of(front);
        } catch (MalformedEventException _) {
            return new EventPeek(EventKind.UNKNOWN, Optional.empty(), 0, 0);
        }
    }

    @Test
    void frontOfAnImageIsEnoughForTimeAndPlaceOfThePicture() throws Exception {
        Instant time = Instant.ofEpochSecond(1_700_000_000, 999_999_999);
        for (int size : new int[]{0, 1, 127, 128, 20_000, 5_000_000}) {
            Bytes message = EventCodec.encode(new DeviceEvent.Image(Optional.of(time), Bytes.wrap(new byte[size])));
            EventPeek peek = EventPeek.of(message.slice(0, Math.min(message.length(), EventPeek.ENOUGH)));
            assertThat(peek.kind()).isEqualTo(EventKind.IMAGE);
            assertThat(peek.time()).contains(time);
            assertThat(peek.imageLength()).isEqualTo(size);
            assertThat(size == 0 ? message.length() : peek.imageOffset() + size).isEqualTo(message.length());
        }
    }
}
