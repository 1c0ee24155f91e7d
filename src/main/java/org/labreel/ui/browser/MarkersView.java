package org.labreel.ui.browser;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.labreel.log.LogIndex;
import org.labreel.ui.kit.Fxml;
import org.labreel.ui.kit.FxThread;

/** The panel that lists markers and named ranges: a click goes to one, a second one changes its name. */
final class MarkersView {
    private static final double LINE = 28;
    private static final int FEW = 2;
    private static final int MANY = 7;

    private final Annotations annotations;
    private final Transport transport;
    private final Actions actions;
    private final Parent root;

    @FXML
    private Region panel;
    @FXML
    private Label count;
    @FXML
    private Label nothing;
    @FXML
    private Button undoButton;
    @FXML
    private Button redoButton;
    @FXML
    private MenuButton menu;
    @FXML
    private MenuItem exportAll;
    @FXML
    private MenuItem exportSelected;
    @FXML
    private MenuItem deleteSelected;
    @FXML
    private ListView<Annotation> list;

    /** What the panel asks of the page around it. */
    interface Actions {
        void goTo(int frame);

        void export(List<LogRange> ranges);

        /** A key that means nothing in the list. */
        void key(KeyEvent event);
    }

    @SuppressWarnings("NullAway.Init")
    MarkersView(Annotations annotations, Transport transport, Actions actions) {
        this.annotations = annotations;
        this.transport = transport;
        this.actions = actions;
        this.root = Fxml.load("markers.fxml", this);
    }

    Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new AnnotationCell(new Row()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        named(undoButton, "Undo", "Ctrl+Z", annotations.undoNameProperty());
        named(redoButton, "Redo", "Ctrl+Shift+Z", annotations.redoNameProperty());
        menu.setOnShowing(_ -> {
            exportAll.setDisable(annotations.ranges().isEmpty());
            exportSelected.setDisable(selectedRanges().isEmpty());
            deleteSelected.setDisable(selected().isEmpty());
        });
        annotations.allProperty().subscribe(this::show);
        transport.indexProperty().subscribe(index -> panel.setDisable(index.frames() == 0));
    }

    private static void named(Button button, String word, String key, ReadOnlyStringProperty name) {
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        name.subscribe(what -> {
            String text = what.isEmpty() ? word : word + ": " + what;
            tip.setText(text + " (" + key + ")");
            button.setAccessibleText(text);
            button.setDisable(what.isEmpty());
        });
    }

    private void show(AnnotationSet set) {
        List<Annotation> all = set.all();
        if (!all.isEmpty() && all.equals(list.getItems())) {
            // A text that is being written there stays.
            return;
        }
        Collection<UUID> chosen = selected();
        list.getItems().setAll(all);
        for (int i = 0; i < all.size(); i++) {
            if (chosen.contains(all.get(i).id())) {
                list.getSelectionModel().select(i);
            }
        }
        count.setText(all.isEmpty() ? "" : Integer.toString(all.size()));
        nothing.setVisible(all.isEmpty());
        list.setVisible(!all.isEmpty());
        list.setMinHeight(LINE * Math.min(FEW, all.size()) + 2);
        list.setPrefHeight(LINE * Math.min(MANY, all.size()) + 2);
        list.setMaxHeight(list.getPrefHeight());
    }

    private List<UUID> selected() {
        return list.getSelectionModel().getSelectedItems().stream().map(Annotation::id).toList();
    }

    private List<LogRange> selectedRanges() {
        return list.getSelectionModel().getSelectedItems().stream().filter(LogRange.class::isInstance)
                .map(LogRange.class::cast).toList();
    }

    private void pressed(KeyEvent event) {
        if (list.getEditingIndex() >= 0) {
            return;
        }
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> deleteSelected();
            case F2 -> selectedOne().ifPresent(this::write);
            case ENTER -> selectedOne().ifPresent(one -> actions.goTo(one.frame()));
            case LEFT, RIGHT, HOME, END, SPACE -> actions.key(event);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Optional<Annotation> selectedOne() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Lets the operator write the text of a mark, in its place in the list. */
    void write(Annotation one) {
        int at = list.getItems().stream().map(Annotation::id).toList().indexOf(one.id());
        if (at >= 0) {
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(at);
            // Its key has not been handled yet: the letter would be written into the field.
            FxThread.later(() -> {
                // With its first line the list has just come to be, and has no cell yet that could be written in.
                root.getScene().getRoot().applyCss();
                root.getScene().getRoot().layout();
                list.edit(at);
            });
        }
    }

    /** The newest mark, or the one that stands at this frame. */
    void writeAt(int frame) {
        list.getItems().stream().filter(each -> each instanceof LogMarker && each.frame() == frame)
                .reduce((_, later) -> later).ifPresent(this::write);
    }

    @FXML
    void undo() {
        annotations.undo();
    }

    @FXML
    void redo() {
        annotations.redo();
    }

    @FXML
    void exportAll() {
        actions.export(annotations.ranges());
    }

    @FXML
    void exportSelected() {
        actions.export(selectedRanges());
    }

    @FXML
    void deleteSelected() {
        annotations.delete(selected());
    }

    /** What a line of the list can have done. */
    private final class Row implements AnnotationCell.Actions {
        @Override
        public LogIndex index() {
            return transport.index();
        }

        @Override
        public void goTo(int frame) {
            actions.goTo(frame);
        }

        @Override
        public void rename(Annotation what, String text) {
            annotations.rename(what.id(), text);
        }

        @Override
        public void recolour(Annotation what, String css) {
            annotations.recolour(together(what), css);
        }

        @Override
        public void delete(Annotation what) {
            annotations.delete(together(what));
        }

        @Override
        public void select(LogRange range) {
            transport.select(range.first(), range.last());
        }

        @Override
        public void export(LogRange range) {
            actions.export(selected().contains(range.id()) ? selectedRanges() : List.of(range));
        }

        /** The whole selection when it is one of it. */
        private Collection<UUID> together(Annotation what) {
            return selected().contains(what.id()) ? selected() : List.of(what.id());
        }
    }
}
