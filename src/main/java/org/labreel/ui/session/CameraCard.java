package org.labreel.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.labreel.model.Session;
import org.labreel.session.CameraHealth;
import org.labreel.ui.kit.Icons;

/** A camera: whether the session records it, how it is connected, and the streams asked of it. */
final class CameraCard extends VBox implements StreamRow.Edit {
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    private final Editor editor;
    private final Session.Camera camera;
    private final CheckBox use = new CheckBox();
    private final Label words = new Label();
    private final Button add = new Button("Add stream", Icons.of("mdi2p-plus"));
    private final GridPane table = new GridPane();
    private final List<StreamRow> rows = new ArrayList<>();
    private List<UUID> shown = List.of();
    /** Begins as true: the box tells at once that it is not chosen, and nobody chose that. */
    private boolean showing = true;

    CameraCard(Editor editor, Session.Camera camera) {
        this.editor = editor;
        this.camera = camera;
        getStyleClass().add("camera-card");
        use.setMnemonicParsing(false);
        use.setText(Wording.camera(camera));
        use.setTooltip(new Tooltip("Record this camera in the session"));
        words.getStyleClass().addAll("muted", "small");
        words.setMinWidth(0);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        add.getStyleClass().addAll("small", "flat");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> choose(mine -> mine.adding(StreamDraft.fresh())));
        HBox head = new HBox(10, use, words, between, add);
        head.setAlignment(Pos.CENTER_LEFT);
        table.getStyleClass().add("stream-table");
        getChildren().addAll(head, table);
        use.selectedProperty().subscribe(on -> {
            if (!showing) {
                editor.draft().ifPresent(draft -> editor
                        .choose(on ? draft.adding(camera) : draft.without(camera.id())));
            }
        });
        showing = false;
    }

    UUID camera() {
        return camera.id();
    }

    private void choose(UnaryOperator<CameraDraft> change) {
        editor.draft().ifPresent(draft -> editor.choose(draft.changing(camera.id(), change)));
    }

    @Override
    public void write(UUID stream, UnaryOperator<StreamDraft> change) {
        editor.draft().ifPresent(draft -> editor
                .write(draft.changing(camera.id(), mine -> mine.changing(stream, change))));
    }

    @Override
    public void commit() {
        editor.commit();
    }

    @Override
    public void remove(UUID stream) {
        choose(mine -> mine.without(stream));
    }

    /**
     * @param health
     *            absent for a camera that is not configured on this desk
     */
    void show(Optional<CameraDraft> draft, Optional<CameraHealth> health, boolean editable) {
        showing = true;
        use.setSelected(draft.isPresent());
        use.setDisable(!editable);
        words.setText(health.map(CameraHealth::words).orElse("Not configured here: it cannot be recorded."));
        pseudoClassStateChanged(USED, draft.isPresent());
        add.setVisible(draft.isPresent());
        add.setDisable(!editable);
        List<StreamDraft> streams = draft.map(CameraDraft::streams).orElse(List.of());
        List<UUID> ids = streams.stream().map(StreamDraft::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            build(ids);
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(streams.get(i), editable);
        }
        showing = false;
    }

    private void build(List<UUID> ids) {
        rows.clear();
        table.getChildren().clear();
        table.setVisible(!ids.isEmpty());
        table.setManaged(!ids.isEmpty());
        if (!ids.isEmpty()) {
            StreamRow.heads(table);
        }
        for (UUID each : ids) {
            StreamRow row = new StreamRow(each, this);
            rows.add(row);
            row.into(table, rows.size());
        }
    }
}
