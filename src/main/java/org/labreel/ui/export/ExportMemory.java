package org.labreel.ui.export;

import java.util.Map;

/** Keeps choices from one export to the next, by name. JavaFX thread. */
public interface ExportMemory {
    /** Empty at the first run, and whenever what was kept cannot be read. */
    Map<String, String> read();

    /** Replaces all that was kept. */
    void write(Map<String, String> choices);
}
