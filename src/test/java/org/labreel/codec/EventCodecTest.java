package org.labreel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.wire.ActiveCapacitance;
import org.labreel.wire.CapacitanceMeasurement;
import org.labreel.wire.Image;
import org.labreel.wire.PurpleDropEvent;
import org.labreel.wire.Timestamp;

class EventCodecTest {
    private static final int ROUNDS = 200;
    private static final Timestamp STAMP = Timestamp.newBuilder().setSeconds(1_590_000_000).setNanos(7).build();
    private static final Instant TIME = Instant.ofEpochSecond(1_590_000_000, 7);

    @ParameterizedTest
    @EnumSource
    void everyKindComesBackAsItWas(EventKind kind) throws Exception {
        for (long seed = 0; seed < ROUNDS; seed++) {
            DeviceEvent event = new RandomEvents(seed).next(kind);
            assertThat(EventCodec.decode(EventCodec.encode(event))).as("%s, seed %s", kind, seed).isEqualTo(event);
        }
    }

    @Test
    void pictureOfAnImageSharesTheBytesOfTheMessage() throws Exception {
        Bytes message = EventCodec.encode(new DeviceEvent.Image(Optional.of(TIME), Bytes.wrap(new byte[1000])));
        DeviceEvent.Image image = (DeviceEvent.Image) EventCodec.decode(message);
        byte[] bytes = message.toArray();
        bytes[bytes.length - 1] = 42;
        Bytes shared = Bytes.wrap(bytes);
        assertThat(((DeviceEvent.Image) EventCodec.decode(shared)).data().at(999)).isEqualTo((byte) 42);
        bytes[bytes.length - 1] = 43;
        assertThat(image.data().at(999)).isZero();
        assertThat(EventPeek.of(shared).imageOffset() + 1000).isEqualTo(shared.length());
    }

    @Test
    void activeCapacitanceOfOldLogsIsRead() throws Exception {
        var old = ActiveCapacitance.newBuilder().setTimestamp(STAMP).setBaseline(3)
                .setLegacyMeasurement(CapacitanceMeasurement.newBuilder().setCapacitance(12.5f).setRaw(777));
        assertThat(decode(PurpleDropEvent.newBuilder().setActiveCapacitance(old).build()))
                .isEqualTo(new DeviceEvent.ActiveCapacitance(Optional.of(TIME), 3, 777, 12.5f));
    }

    @Test
    void imageOfOldLogsIsRead() throws Exception {
        var old = Image.newBuilder().setTimestamp(STAMP).setImageData(ByteString.copyFromUtf8("jpeg"))
                .setLegacyWidth(640).setLegacyHeight(480);
        assertThat(decode(PurpleDropEvent.newBuilder().setImage(old).build()))
                .isEqualTo(new DeviceEvent.Image(Optional.of(TIME), Bytes.wrap(new byte[]{'j', 'p', 'e', 'g'})));
    }

    @Test
    void unknownFieldsDoNotMakeAMessageUnreadable() throws Exception {
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(5).addFixed32(6).addFixed64(7)
                        .addLengthDelimited(ByteString.copyFromUtf8("later")).build())
                .addField(100, UnknownFieldSet.Field.newBuilder().addGroup(UnknownFieldSet.getDefaultInstance())
                        .build())
                .build();
        for (EventKind kind : EventKind.values()) {
            DeviceEvent event = new RandomEvents(1).next(kind);
            PurpleDropEvent message = EventWriter.message(event).toBuilder().setUnknownFields(unknown).build();
            assertThat(decode(message)).isEqualTo(event);
            assertThat(EventPeek.of(Bytes.wrap(message.toByteArray())).kind()).isEqualTo(kind);
        }
        var image = Image.newBuilder().setTimestamp(STAMP).setUnknownFields(unknown)
                .setImageData(ByteString.copyFromUtf8("x")).build();
        assertThat(decode(PurpleDropEvent.newBuilder().setImage(image).build()))
                .isEqualTo(new DeviceEvent.Image(Optional.of(TIME), Bytes.wrap(new byte[]{'x'})));
    }

    @Test
    void emptyMessageIsAnUnknownEvent() throws Exception {
        assertThat(EventCodec.decode(Bytes.EMPTY)).isEqualTo(new DeviceEvent.Unknown());
        assertThat(EventPeek.of(Bytes.EMPTY).kind()).isEqualTo(EventKind.UNKNOWN);
    }

    @Test
    void memberOfALaterVersionIsAnUnknownEvent() throws Exception {
        byte[] message = {(byte) (13 << 3 | 2), 3, 1, 2, 3};
        assertThat(EventCodec.decode(Bytes.wrap(message))).isEqualTo(new DeviceEvent.Unknown());
        assertThat(EventPeek.of(Bytes.wrap(message)).kind()).isEqualTo(EventKind.UNKNOWN);
    }

    @Test
    void nestedGroupsDoNotReachTheStack() throws Exception {
        for (int field : new int[]{1, 3, 50}) {
            Bytes groups = nestedGroups(field, 100_000);
            assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> EventCodec.decode(groups));
            assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> EventPeek.of(groups));
        }
    }

    @Test
    void nestedGroupsInsideAMemberDoNotReachTheStack() throws Exception {
        byte[] groups = nestedGroups(50, 100_000).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        coded.writeByteArray(3, groups);
        coded.flush();
        Bytes message = Bytes.wrap(out.toByteArray());
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> EventCodec.decode(message));
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> EventPeek.of(message));
    }

    private static Bytes nestedGroups(int field, int depth) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        for (int i = 0; i < depth; i++) {
            coded.writeTag(field, 3);
        }
        for (int i = 0; i < depth; i++) {
            coded.writeTag(field, 4);
        }
        coded.flush();
        return Bytes.wrap(out.toByteArray());
    }

    @Test
    void claimOfTwoGigabytesIsRefusedWithoutTakingThem() throws Exception {
        for (long claim : new long[]{Integer.MAX_VALUE, 1L << 31, 0xFFFFFFFFL}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            CodedOutputStream coded = CodedOutputStream.newInstance(out);
            coded.writeTag(3, 2);
            coded.writeUInt64NoTag(claim);
            coded.writeRawBytes(new byte[20]);
            coded.flush();
            Bytes message = Bytes.wrap(out.toByteArray());
            assertThatExceptionOfType(MalformedEventException.class).as("%s", claim)
                    .isThrownBy(() -> EventCodec.decode(message));
        }
    }

    @Test
    void damagedMessageIsMalformedOrAnEventButNeverAnythingElse() {
        int malformed = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            EventKind kind = EventKind.ofField(1 + random.nextInt(12));
            byte[] bytes = EventCodec.encode(new RandomEvents(seed).next(kind)).toArray();
            for (int i = 0; i < 1 + random.nextInt(4) && bytes.length > 0; i++) {
                bytes[random.nextInt(Math.min(bytes.length, 60))] = (byte) random.nextInt();
            }
            malformed += malformed(Bytes.wrap(bytes), seed);
        }
        assertThat(malformed).isPositive();
    }

    @Test
    void messageThatUnfoldsToMillionsOfObjectsIsRefused() {
        byte[] item = {0x12, 0};
        ByteString many = ByteString.copyFrom(item);
        for (int doubled = 0; doubled < 20; doubled++) {
            many = many.concat(many);
        }
        UnknownFieldSet scan = UnknownFieldSet.newBuilder()
                .addField(6, UnknownFieldSet.Field.newBuilder().addLengthDelimited(many).build()).build();
        Bytes message = Bytes.wrap(scan.toByteArray());
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> EventCodec.decode(message))
                .withMessageContaining("no picture");
    }

    @Test
    void pictureMayBeAsLongAsItLikes() throws Exception {
        Bytes message = EventCodec
                .encode(new DeviceEvent.Image(Optional.of(TIME), Bytes.wrap(new byte[15 << 20])));
        assertThat(((DeviceEvent.Image) EventCodec.decode(message)).data().length()).isEqualTo(15 << 20);
    }

    @Test
    void endlessSerialNumberIsCut() throws Exception {
        DeviceEvent event = EventCodec
                .decode(EventCodec.encode(new DeviceEvent.DeviceInfo(true, "x".repeat(100_000), "1")));
        assertThat(((DeviceEvent.DeviceInfo) event).serialNumber()).hasSizeLessThan(1000);
    }

    private static int malformed(Bytes bytes, long seed) {
        try {
            DeviceEvent event = EventCodec.decode(bytes);
            assertThat(EventPeek.of(bytes).kind()).as("seed %s", seed).isNotNull();
            assertThat(event).isNotNull();
            return 0;
        } catch (MalformedEventException e) {
            assertThat(e).as("seed %s", seed).hasMessageContaining("not a PurpleDrop event");
            return 1;
        }
    }

    private static DeviceEvent decode(PurpleDropEvent message) throws MalformedEventException {
        return EventCodec.decode(Bytes.wrap(message.toByteArray()));
    }
}
