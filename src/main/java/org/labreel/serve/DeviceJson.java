package org.labreel.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Floats;

/** Facts of a device as its RPC tells them. */
final class DeviceJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private DeviceJson() {
    }

    static JsonNode info(DeviceEvent.DeviceInfo info) {
        return JSON.createObjectNode().put("connected", info.connected()).put("serial_number", info.serialNumber())
                .put("software_version", info.softwareVersion());
    }

    /**
     * @param pins
     *            of the device, each of which is told on or off
     */
    static JsonNode electrodes(DeviceEvent.ElectrodeState state, int pins) {
        ObjectNode out = JSON.createObjectNode();
        groups(out.putArray("drive_groups"), state.driveGroups(), "duty_cycle", pins);
        groups(out.putArray("scan_groups"), state.scanGroups(), "setting", pins);
        return out;
    }

    private static void groups(ArrayNode out, List<DeviceEvent.ElectrodeGroup> groups, String setting, int pins) {
        for (DeviceEvent.ElectrodeGroup group : groups) {
            ArrayNode flags = out.addObject().put(setting, group.setting()).putArray("pins");
            for (int pin = 0; pin < pins; pin++) {
                flags.add(group.pins().contains(pin));
            }
        }
    }

    static JsonNode capacitance(Floats raw, Floats picofarads) {
        ObjectNode out = JSON.createObjectNode();
        out.set("raw", array(raw));
        out.set("calibrated", array(picofarads));
        return out;
    }

    static ArrayNode array(Floats values) {
        ArrayNode out = JSON.createArrayNode();
        for (int i = 0; i < values.size(); i++) {
            out.add(values.get(i));
        }
        return out;
    }

    static JsonNode number(float value) {
        return JSON.getNodeFactory().numberNode(value);
    }
}
