package org.labreel.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.labreel.feed.DeviceRpc;
import org.labreel.feed.RpcException;
import org.labreel.model.Board;
import org.labreel.model.DeviceEvent;
import org.labreel.model.DeviceState;
import org.labreel.model.EventKind;

/**
 * What a relay answers by RPC: the device's own answer where it can be asked, else what its feed has told. Commands are
 * passed on only where that was switched on.
 */
final class RelayMethods implements RpcMethods {
    private static final int PINS = 128;
    /** Of a PurpleDrop: they change nothing. */
    private static final Set<String> QUESTIONS = Set.of("get_board_definition", "get_device_info",
            "get_parameter_definitions", "get_parameter", "get_electrode_pins", "get_scan_capacitance",
            "get_group_capacitance", "get_active_capacitance", "get_temperatures", "get_hv_supply_voltage",
            "get_scan_gains", "read_gpio");
    private static final Set<String> COMMANDS = Set.of("set_parameter", "set_electrode_pins", "set_capacitance_group",
            "set_feedback_command", "move_drop", "move_drops", "set_pwm_duty_cycle", "calibrate_capacitance_offset",
            "set_electrode_calibration", "set_scan_gains", "write_gpio");

    private final Optional<DeviceRpc> device;
    private final boolean commands;
    private volatile DeviceState state = DeviceState.EMPTY;
    private volatile Optional<Board> board = Optional.empty();
    private final Map<String, Function<DeviceState, Optional<JsonNode>>> told = Map.of("get_device_info",
            now -> now.deviceInfo().map(DeviceJson::info), "get_electrode_pins",
            now -> now.electrodes().map(RelayMethods::electrodes), "get_scan_capacitance",
            now -> now.scan().map(scan -> DeviceJson.capacitance(scan.raw(), scan.picofarads())),
            "get_group_capacitance",
            now -> now.groups().map(groups -> DeviceJson.capacitance(groups.raw(), groups.picofarads())),
            "get_active_capacitance", now -> now.active().map(active -> DeviceJson.number(active.calibrated())),
            "get_temperatures", now -> now.temperatures().map(all -> DeviceJson.array(all.celsius())),
            "get_hv_supply_voltage", now -> now.highVoltage().map(high -> DeviceJson.number(high.volts())),
            "get_board_definition", _ -> board.map(RelayMethods::definition));

    /**
     * @param commands
     *            whether clients may also change something
     */
    RelayMethods(Optional<DeviceRpc> device, boolean commands) {
        this.device = device;
        this.commands = commands;
    }

    void state(DeviceState next) {
        state = next;
    }

    DeviceState state() {
        return state;
    }

    void board(Board next) {
        board = Optional.of(next);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(device.isPresent() ? QUESTIONS : told.keySet());
        if (commands && device.isPresent()) {
            names.addAll(COMMANDS);
        }
        return names;
    }

    @Override
    public Optional<Future<JsonNode>> call(String method, JsonNode params) {
        if (COMMANDS.contains(method) && !commands) {
            return Optional.of(Future.failedFuture(new IllegalArgumentException(
                    "this relay passes on questions, no commands; " + method + " is one")));
        }
        if (!names().contains(method)) {
            return Optional.empty();
        }
        Future<JsonNode> answer = device.isEmpty() ? fromFeed(method) : device.get().call(method, params);
        return Optional.of(answer.recover(why -> why instanceof RpcException || COMMANDS.contains(method)
                ? Future.failedFuture(why)
                : fromFeed(method)));
    }

    private Future<JsonNode> fromFeed(String method) {
        return Optional.ofNullable(told.get(method)).flatMap(known -> known.apply(state)).map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture("the device cannot be asked, and has not told it yet"));
    }

    private static JsonNode electrodes(DeviceEvent.ElectrodeState electrodes) {
        return DeviceJson.electrodes(electrodes, Math.max(PINS, electrodes.pinCount()));
    }

    private static JsonNode definition(Board board) {
        try {
            return DeviceJson.JSON.readTree(board.definition());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a board was read from what is no JSON", e);
        }
    }

    /** Whether an event of this kind is part of what is told. */
    static boolean tells(EventKind kind) {
        return kind != EventKind.IMAGE && kind != EventKind.UNKNOWN;
    }
}
