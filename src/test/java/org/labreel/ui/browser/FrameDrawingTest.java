package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.PinSet;
import org.labreel.model.Transform;

class FrameDrawingTest {
    private static DeviceState after(DeviceEvent event) {
        return DeviceState.EMPTY.after(event, Instant.EPOCH);
    }

    @Test
    void boardOfASessionIsNotDrawnOverACameraThatOnlyLooksOn() {
        assertThat(FrameDrawing.ofTheBoard(DeviceState.EMPTY)).isFalse();
        assertThat(FrameDrawing.ofTheBoard(after(new DeviceEvent.ImageTransform(Optional.empty(), Optional.empty(), 400,
                300)))).as("the size of a camera's picture").isFalse();
    }

    @Test
    void boardIsDrawnWhereTheDeviceToldOfItsElectrodesOrWhereItLies() {
        assertThat(FrameDrawing.ofTheBoard(after(new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY,
                List.of(), List.of(), 128)))).isTrue();
        assertThat(FrameDrawing.ofTheBoard(after(new DeviceEvent.ImageTransform(Optional.empty(),
                Optional.of(Transform.IDENTITY), 400, 300)))).isTrue();
    }
}
