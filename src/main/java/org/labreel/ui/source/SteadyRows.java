package org.labreel.ui.source;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/** Brings a table of sources up to date under the hands of whoever uses it. */
final class SteadyRows {
    private SteadyRows() {
    }

    /**
     * Shows these. Rows that stay are changed where they stand, as a double click must not lose its row between its
     * clicks, and the chosen source stays chosen.
     */
    static void show(List<SourceRow> rows, TableView<SourceRow> table) {
        ObservableList<SourceRow> items = table.getItems();
        if (rows.equals(items)) {
            return;
        }
        Optional<String> chosen = Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(SourceRow::address);
        if (addresses(rows).equals(addresses(items))) {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).equals(items.get(i))) {
                    items.set(i, rows.get(i));
                }
            }
        } else {
            items.setAll(rows);
        }
        rows.stream().filter(row -> chosen.filter(row.address()::equals).isPresent()).findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }

    private static List<String> addresses(List<SourceRow> rows) {
        return rows.stream().map(SourceRow::address).toList();
    }
}
