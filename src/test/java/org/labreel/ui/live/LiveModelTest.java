package org.labreel.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.labreel.model.Bytes;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Loss;
import org.labreel.picture.Picture;
import org.labreel.picture.PictureDecoder;
import org.labreel.picture.PictureException;
import org.labreel.record.Recorder;
import org.labreel.record.RecorderSettings;

class LiveModelTest {
    private static final long SECOND = 1_000_000_000L;

    private long nanos = 50 * SECOND;
    private final List<Bytes> decoded = new ArrayList<>();
    private final List<Picture> reused = new ArrayList<>();
    private boolean unreadable;
    private final FakeSource source = new FakeSource();
    private final Recorder recorder = new Recorder("ws://fake:7001", RecorderSettings.DEFAULT, InstantSource.system());
    private final LiveModel model = new LiveModel(source, recorder, FakeDecoder::new, new DirectExecutor(),
            InstantSource.fixed(Instant.EPOCH), () -> nanos);

    @BeforeEach
    void start() {
        model.start();
    }

    @AfterEach
    void close() {
        model.close();
        recorder.close();
    }

    @Test
    void nothingIsDecodedWhileNobodyLooks() {
        source.sendFrame(jpeg(1), nanos);
        assertThat(decoded).isEmpty();
        assertThat(model.figures().frameAge()).contains(Duration.ZERO);
    }

    @Test
    void whoeverBeginsToLookSeesTheNewestFrameThatCameBefore() {
        source.sendFrame(jpeg(1), nanos);
        source.sendFrame(jpeg(2), nanos);
        nanos += 5 * SECOND;
        model.setActive(true);
        LiveFrame kept = model.takeFrame().orElseThrow();
        assertThat(kept.picture().pixels().get(0)).isEqualTo((byte) 2);
        assertThat(decoded).hasSize(1);
    }

    @Test
    void aFrameThatWaitedForSomebodyToLookIsNoLatency() {
        source.sendFrame(jpeg(1), nanos);
        nanos += 5 * SECOND;
        model.setActive(true);
        model.shown(model.takeFrame().orElseThrow());
        source.sendFrame(jpeg(2), nanos);
        nanos += 21_000_000;
        model.shown(model.takeFrame().orElseThrow());
        assertThat(model.figures().latencyWorstMillis()).isEqualTo(21, within(1e-6));
    }

    @Test
    void theNewestFrameWins() {
        model.setActive(true);
        source.sendFrame(jpeg(1), nanos);
        source.sendFrame(jpeg(2), nanos);
        LiveFrame newest = model.takeFrame().orElseThrow();
        assertThat(newest.picture().pixels().get(0)).isEqualTo((byte) 2);
        assertThat(model.takeFrame()).isEmpty();
    }

    @Test
    void picturesGoRound() {
        model.setActive(true);
        source.sendFrame(jpeg(1), nanos);
        LiveFrame first = model.takeFrame().orElseThrow();
        model.shown(first);
        source.sendFrame(jpeg(2), nanos);
        assertThat(reused).containsExactly(first.picture());
    }

    @Test
    void aFrameCarriesTheStateOfItsArrival() {
        model.setActive(true);
        source.send(new DeviceEvent.HvRegulator(Optional.empty(), 150, 200));
        source.sendFrame(jpeg(1), nanos);
        source.send(new DeviceEvent.HvRegulator(Optional.empty(), 90, 200));
        assertThat(model.takeFrame().orElseThrow().state().highVoltage().orElseThrow().volts()).isEqualTo(150);
        assertThat(model.state().highVoltage().orElseThrow().volts()).isEqualTo(90);
    }

    @Test
    void latencyIsFromArrivalToShown() {
        model.setActive(true);
        source.sendFrame(jpeg(1), nanos);
        nanos += 21_000_000;
        model.shown(model.takeFrame().orElseThrow());
        assertThat(model.figures().latencyMillis()).isEqualTo(21, within(1e-6));
    }

    @Test
    void receivedFramesAreCountedBySecond() {
        for (int i = 0; i < 90; i++) {
            nanos += SECOND / 30;
            source.sendFrame(jpeg(1), nanos);
        }
        assertThat(model.figures().received()).isEqualTo(30, within(1.0));
        nanos += 5 * SECOND;
        assertThat(model.figures().received()).isZero();
        assertThat(model.figures().frameAge().orElseThrow()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void messagesThatCannotBeDecodedAreCountedAndLivedThrough() {
        source.send(Bytes.wrap(new byte[]{(byte) 0xff, 1, 2}), nanos);
        source.send(new DeviceEvent.HvRegulator(Optional.empty(), 150, 200));
        assertThat(model.figures().undecodable()).isEqualTo(1);
        assertThat(model.state().highVoltage()).isPresent();
    }

    @Test
    void framesThatGiveNoPictureAreCounted() {
        model.setActive(true);
        unreadable = true;
        source.sendFrame(jpeg(1), nanos);
        assertThat(model.takeFrame()).isEmpty();
        assertThat(model.figures().undecodable()).isEqualTo(1);
    }

    @Test
    void lossesAreAddedUpAndKept() {
        source.listener().loss(new Loss(Loss.Cause.OVERLONG_MESSAGE, "ws://fake:7001", Instant.EPOCH, Instant.EPOCH, 2,
                "two messages over 16 MiB"));
        source.listener().loss(new Loss(Loss.Cause.RECONNECT, "ws://fake:7001", Instant.EPOCH, Instant.EPOCH, 0,
                "reconnected"));
        assertThat(model.figures().lost()).isEqualTo(2);
        assertThat(model.figures().losses()).isEqualTo(2);
        assertThat(model.losses()).extracting(Loss::detail).containsExactly("two messages over 16 MiB", "reconnected");
    }

    @Test
    void signalsAreKeptForThePlots() {
        source.send(new DeviceEvent.ActiveCapacitance(Optional.empty(), 0, 100, 12.5f));
        assertThat(model.signals().picofarads().newest()).isEqualTo(12.5f);
    }

    @Test
    void closingClosesTheSource() {
        model.close();
        assertThat(source.isClosed()).isTrue();
    }

    private static Bytes jpeg(int tag) {
        return Bytes.wrap(new byte[]{(byte) tag});
    }

    /** Makes a picture of one pixel, its blue the first byte. */
    private final class FakeDecoder implements PictureDecoder {
        @Override
        public Picture decode(Bytes data, Optional<Picture> reuse) throws PictureException {
            if (unreadable) {
                throw new PictureException("no picture");
            }
            decoded.add(data);
            reuse.ifPresent(reused::add);
            Picture picture = reuse.orElseGet(() -> new Picture(1, 1));
            picture.pixels().put(0, data.at(0));
            return picture;
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public void close() {
            // Owns nothing.
        }
    }
}
