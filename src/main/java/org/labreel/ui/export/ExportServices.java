package org.labreel.ui.export;

import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.Notices;
import org.labreel.ui.kit.Opener;

/**
 * What the export sheet is given.
 *
 * @param memory
 *            keeps choices from one export to the next
 * @param scales
 *            keeps the size of a unit for each board
 * @param worker
 *            makes previews, one task at a time; not closed by the sheet
 * @param ui
 *            the JavaFX thread
 * @param zone
 *            of wall times in pictures
 */
public record ExportServices(Exports queue, ExportMemory memory, BoardScales scales, Notices notices, Opener opener,
        Executor worker,
        Executor ui, ZoneId zone) {
}
