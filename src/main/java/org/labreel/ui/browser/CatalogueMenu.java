package org.labreel.ui.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.labreel.ui.browser.CatalogueRows.Broken;
import org.labreel.ui.browser.CatalogueRows.Heading;
import org.labreel.ui.browser.CatalogueRows.Kind;
import org.labreel.ui.browser.CatalogueRows.LogRow;
import org.labreel.ui.browser.CatalogueRows.Row;
import org.labreel.ui.kit.Opener;

/** What can be done with a line of the list of recordings, and with the list. */
final class CatalogueMenu {
    private final CatalogueDesk desk;
    private final Opener opener;
    private final Actions actions;

    /** What the list does itself. */
    interface Actions {
        void open(Path log);

        /** Lets the operator write another name in its place. */
        void write(Row row);
    }

    CatalogueMenu(CatalogueDesk desk, Opener opener, Actions actions) {
        this.desk = desk;
        this.opener = opener;
        this.actions = actions;
    }

    ContextMenu of(Row row) {
        ContextMenu menu = new ContextMenu();
        // Made when it is asked for: what can be undone changes.
        menu.setOnShowing(_ -> menu.getItems().setAll(items(Optional.of(row))));
        menu.getItems().setAll(items(Optional.of(row)));
        return menu;
    }

    /**
     * @param row
     *            that is chosen
     */
    List<MenuItem> items(Optional<Row> row) {
        List<MenuItem> items = new ArrayList<>();
        row.ifPresent(each -> {
            switch (each) {
                case LogRow log -> log(log, items);
                case Heading heading -> heading.session().ifPresent(folder -> session(heading, folder, items));
                case Broken broken -> {
                    items.add(item("Show in folder", () -> opener.showInFolder(broken.folder())));
                    items.add(item("Delete this folder", () -> desk.delete(broken)));
                }
            }
        });
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem undo = item(desk.undoName().isEmpty() ? "Undo" : "Undo: " + desk.undoName(), desk::undo);
        undo.setDisable(desk.undoName().isEmpty());
        items.add(undo);
        items.add(item("Show the trash", () -> opener.open(desk.trashFolder())));
        items.add(item("Empty the trash…", desk::emptyTrash));
        return items;
    }

    private void log(LogRow log, List<MenuItem> items) {
        items.add(item("Open", () -> actions.open(log.log())));
        items.add(item("Show in folder", () -> opener.showInFolder(log.log())));
        if (log.kind() == Kind.LOOSE) {
            items.add(item("Rename", () -> actions.write(log)));
        }
        items.add(item(log.kind() == Kind.RECENT ? "Take off this list" : "Delete",
                () -> desk.delete(log)));
    }

    private void session(Heading heading, Path folder, List<MenuItem> items) {
        items.add(item("Show in folder", () -> opener.showInFolder(folder)));
        items.add(item("Rename session", () -> actions.write(heading)));
        items.add(item("Delete session", () -> desk.delete(heading)));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        // A name may have an underscore in it.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
