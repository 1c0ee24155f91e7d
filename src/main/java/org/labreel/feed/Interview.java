package org.labreel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked of a device server on connect, because its feed says nothing by itself. Each question that fails costs
 * only what it would have told.
 */
final class Interview {
    private static final Logger LOG = LoggerFactory.getLogger(Interview.class);

    private final DeviceRpc rpc;
    private final FeedListener listener;

    Interview(DeviceRpc rpc, FeedListener listener) {
        this.rpc = rpc;
        this.listener = listener;
    }

    /**
     * @param wanted
     *            whether the connection for which this is asked still stands
     */
    void ask(BooleanSupplier wanted) {
        ask("get_board_definition", wanted, board -> listener.board(BoardDefinition.parse(board.toString())));
        ask("get_device_info", wanted, info -> listener.told(deviceInfo(info)));
        ask("get_electrode_pins", wanted, pins -> listener.told(electrodes(pins)));
    }

    private void ask(String method, BooleanSupplier wanted, Consumer<JsonNode> answer) {
        rpc.call(method).onFailure(why -> LOG.debug("{}: {}", method, why.getMessage())).onSuccess(result -> {
            if (!wanted.getAsBoolean()) {
                return;
            }
            try {
                answer.accept(result);
            } catch (IllegalArgumentException e) {
                LOG.warn("{}: {}", method, e.getMessage());
            }
        });
    }

    private static DeviceEvent deviceInfo(JsonNode info) {
        return new DeviceEvent.DeviceInfo(info.path("connected").asBoolean(), info.path("serial_number").asText(""),
                info.path("software_version").asText(""));
    }

    private static DeviceEvent electrodes(JsonNode state) {
        List<DeviceEvent.ElectrodeGroup> drive = groups(state.path("drive_groups"), "duty_cycle");
        List<DeviceEvent.ElectrodeGroup> scan = groups(state.path("scan_groups"), "setting");
        if (drive.isEmpty()) {
            throw new IllegalArgumentException("the answer has no drive groups");
        }
        int pinCount = state.path("drive_groups").path(0).path("pins").size();
        return new DeviceEvent.ElectrodeState(Optional.empty(), PinSet.EMPTY, drive, scan, pinCount);
    }

    private static List<DeviceEvent.ElectrodeGroup> groups(JsonNode groups, String setting) {
        List<DeviceEvent.ElectrodeGroup> out = new ArrayList<>();
        for (JsonNode group : groups) {
            List<Boolean> flags = new ArrayList<>();
            group.path("pins").forEach(pin -> flags.add(pin.asBoolean()));
            out.add(new DeviceEvent.ElectrodeGroup(PinSet.ofFlags(flags), group.path(setting).asInt()));
        }
        return out;
    }
}
