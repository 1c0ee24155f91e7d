package org.labreel.ui.export;

import java.util.HashMap;
import java.util.Map;

/** Choices that are remembered as long as the test lasts. */
final class BriefMemory implements ExportMemory {
    private Map<String, String> all = new HashMap<>();

    @Override
    public Map<String, String> read() {
        return all;
    }

    @Override
    public void write(Map<String, String> choices) {
        all = new HashMap<>(choices);
    }
}
