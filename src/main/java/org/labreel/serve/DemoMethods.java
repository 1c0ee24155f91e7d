package org.labreel.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.labreel.model.DeviceEvent;
import org.labreel.model.PinSet;
import org.labreel.serve.lab.LabBoard;
import org.labreel.serve.lab.SimulatedDevice;

/** What the simulated device answers by RPC. */
final class DemoMethods {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SimulatedDevice device;
    private final JsonNode boardDefinition;

    DemoMethods(SimulatedDevice device, LabBoard board) {
        this.device = device;
        try {
            this.boardDefinition = JSON.readTree(board.definition());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the demo's board definition is no JSON", e);
        }
    }

    Map<String, Function<RpcParams, JsonNode>> byName() {
        return Map.ofEntries(Map.entry("get_board_definition", _ -> boardDefinition),
                Map.entry("get_device_info", _ -> DeviceJson.info(device.info())),
                Map.entry("get_electrode_pins", _ -> DeviceJson.electrodes(device.electrodeState(), LabBoard.PINS)),
                Map.entry("set_electrode_pins", this::setElectrodes),
                Map.entry("get_scan_capacitance",
                        _ -> DeviceJson.capacitance(device.scan().raw(), device.scan().picofarads())),
                Map.entry("get_group_capacitance", _ -> groups()),
                Map.entry("get_active_capacitance",
                        _ -> DeviceJson.number(device.active().calibrated())),
                Map.entry("get_temperatures", _ -> DeviceJson.array(device.celsius())),
                Map.entry("get_hv_supply_voltage", _ -> DeviceJson.number(device.volts())),
                Map.entry("get_parameter_definitions", _ -> definitions()),
                Map.entry("get_parameter",
                        p -> JSON.getNodeFactory().numberNode(device.parameter(p.whole(0, "paramIdx")))),
                Map.entry("set_parameter", p -> {
                    device.setParameter(p.whole(0, "paramIdx"), p.number(1, "value"));
                    return JSON.nullNode();
                }));
    }

    private JsonNode setElectrodes(RpcParams params) {
        JsonNode list = params.at(0, "pins");
        if (!list.isArray()) {
            throw new IllegalArgumentException("pins is a list of pin numbers: params [[2, 100, 80]]");
        }
        List<Integer> pins = new ArrayList<>();
        for (JsonNode pin : list) {
            if (!pin.canConvertToInt() || pin.intValue() < 0 || pin.intValue() >= LabBoard.PINS) {
                throw new IllegalArgumentException("a pin is a number from 0 to " + (LabBoard.PINS - 1));
            }
            pins.add(pin.intValue());
        }
        device.setElectrodes(PinSet.of(pins), params.wholeOr(1, "group_id", 0), params.wholeOr(2, "duty_cycle", 255));
        return JSON.nullNode();
    }

    private JsonNode groups() {
        DeviceEvent.GroupCapacitance now = device.groups();
        return DeviceJson.capacitance(now.raw(), now.picofarads());
    }

    private static JsonNode definitions() {
        ObjectNode out = JSON.createObjectNode();
        ArrayNode list = out.putArray("parameters");
        SimulatedDevice.parameterDefinitions().forEach(each -> list.addObject().put("id", each.id())
                .put("name", each.name()).put("description", each.description()).put("type", each.type()));
        return out;
    }
}
