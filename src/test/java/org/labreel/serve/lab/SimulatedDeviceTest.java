package org.labreel.serve.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.labreel.model.DeviceEvent;
import org.labreel.model.EventKind;
import org.labreel.model.PinSet;
import org.labreel.model.Point;

class SimulatedDeviceTest {
    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

    private static final double HOLD_SECONDS = SimulatedDevice.CLIENT_HOLD.toMillis() / 1000.0;

    private final LabBoard board = LabBoard.load();
    private final SimulatedDevice device = new SimulatedDevice(board, START, new Random(1));

    private List<DeviceEvent> runUntil(double seconds) {
        List<DeviceEvent> events = new ArrayList<>();
        while (device.now().isBefore(START.plusMillis((long) (1000 * seconds)))) {
            events.addAll(device.advance(device.now().plusMillis(10)));
        }
        return events;
    }

    @Test
    void readingsComeAtTheirNominalRates() {
        runUntil(5);
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        runUntil(25).forEach(event -> counts.merge(event.kind(), 1, Integer::sum));
        assertThat(counts.get(EventKind.ACTIVE_CAPACITANCE)).isBetween(950, 1050);
        assertThat(counts.get(EventKind.GROUP_CAPACITANCE)).isBetween(950, 1050);
        assertThat(counts.get(EventKind.TEMPERATURE_CONTROL)).isBetween(76, 84);
        assertThat(counts.get(EventKind.SCAN_CAPACITANCE)).isBetween(19, 21);
        assertThat(counts.get(EventKind.HV_REGULATOR)).isBetween(19, 21);
        assertThat(counts.get(EventKind.ELECTRODE_STATE)).isGreaterThan(10);
        assertThat(counts).hasSize(10);
    }

    @Test
    void capacitanceIsZeroUntilTheVoltageIsUp() {
        runUntil(0.1);
        assertThat(device.scan().picofarads().toArray()).containsOnly(0);
        runUntil(2.4);
        assertThat(device.volts()).isBetween(150f, 205f);
        assertThat(device.scan().picofarads().get(board.pinOfCell(1, 1))).isBetween(20f, 40f);
        assertThat(device.scan().picofarads().get(127)).isZero();
    }

    @Test
    void dropletFollowsTheElectrodeThatAClientDrives() {
        runUntil(3);
        device.setElectrodes(PinSet.of(board.pinOfCell(1, 2)), 0, 255);
        runUntil(5);
        assertThat(device.electrodeState().active()).isEqualTo(PinSet.of(board.pinOfCell(1, 2)));
        assertThat(wet(1.5, 2.5)).isTrue();
        assertThat(wet(1.5, 1.4)).isFalse();
        assertThat(device.active().calibrated()).isGreaterThan(20);
    }

    @Test
    void programmeGoesOnAfterTheClientsTurn() {
        runUntil(3);
        device.setElectrodes(PinSet.EMPTY, 0, 255);
        runUntil(3 + HOLD_SECONDS - 1);
        assertThat(device.electrodeState().active()).isEqualTo(PinSet.EMPTY);
        runUntil(3 + HOLD_SECONDS + 4);
        assertThat(device.electrodeState().active().isEmpty()).isFalse();
    }

    @Test
    void dropletsMergeAndPartAndNothingElseTouches() {
        List<Integer> counts = new ArrayList<>();
        for (double at = 2; at < 16; at += 0.1) {
            runUntil(at);
            int bodies = device.scene(device.now()).bodies().size();
            if (counts.isEmpty() || counts.getLast() != bodies) {
                counts.add(bodies);
            }
        }
        assertThat(counts).containsExactly(5, 4, 5);
    }

    @Test
    void wrongElectrodesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> device.setElectrodes(PinSet.of(128), 0, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> device.setElectrodes(PinSet.of(1), 2, 255));
        assertThatIllegalArgumentException().isThrownBy(() -> device.setElectrodes(PinSet.of(1), 0, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> device.setParameter(4711, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> device.setParameter(10, Double.NaN));
    }

    @Test
    void boardLiesInTheFrameWhereTheTransformSays() {
        for (int[] size : new int[][]{{1024, 768}, {320, 240}, {1280, 720}}) {
            for (var electrode : board.electrodes()) {
                for (Point corner : electrode.outline()) {
                    Point pixel = Pose.of(size[0], size[1]).apply(corner);
                    assertThat(pixel.x()).isBetween(0.0, (double) size[0]);
                    assertThat(pixel.y()).isBetween(0.0, (double) size[1]);
                }
            }
        }
        LabPicture picture = new LabPicture(board, 320, 240);
        byte[] pixels = picture.draw(new Scene(List.of(), 0, false)).pixels().array();
        Point gold = picture.toPixels().apply(5.3, 3.3);
        Point mask = picture.toPixels().apply(1, 9.5);
        assertThat(redder(pixels, gold)).isTrue();
        assertThat(redder(pixels, mask)).isFalse();
    }

    private static boolean redder(byte[] pixels, Point p) {
        int at = (((int) p.y()) * 320 + (int) p.x()) * 4;
        return (pixels[at + 2] & 255) > (pixels[at] & 255) + 20;
    }

    private boolean wet(double x, double y) {
        return device.scene(device.now()).bodies().stream().flatMap(List::stream)
                .anyMatch(lobe -> lobe.distance(x, y) < 0);
    }
}
