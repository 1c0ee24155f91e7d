package org.labreel.ui.session;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.labreel.model.StreamWish;
import org.labreel.ui.kit.Icons;

/** One stream in the table of a camera. */
final class StreamRow {
    private final UUID id;
    private final Edit edit;
    private final ComboBox<StreamWish.Type> type = choice(StreamWish.Type.values(), StreamWish.Type::word, "Type");
    private final ComboBox<StreamWish.Encoder> encoder = choice(StreamWish.Encoder.values(), StreamWish.Encoder::word,
            "Encoder");
    private final TextField size = field("as it comes", "Size in pixels, as 1280x720", 92);
    private final TextField rate = field("any", "Frames a second", 56);
    private final TextField bitrate = field("any", "Bit rate in kilobits a second", 66);
    private final TextField near = field("–", "Near cut in millimetres", 56);
    private final TextField far = field("–", "Far cut in millimetres", 56);
    private final TextField alignTo = field("–", "Stream whose pixels this one is laid onto", 70);
    private final CheckBox required = new CheckBox();
    private final Button remove = new Button("", Icons.of("mdi2c-close"));
    private final List<DraftField> fields;
    /** Begins as true: the controls tell their first values at once, and nobody chose those. */
    private boolean showing = true;

    /** What a row changes. */
    interface Edit {
        void write(UUID stream, UnaryOperator<StreamDraft> change);

        void commit();

        void remove(UUID stream);
    }

    StreamRow(UUID id, Edit edit) {
        this.id = id;
        this.edit = edit;
        this.fields = List.of(typed(size, (draft, text) -> draft.withSize(text)),
                typed(rate, (draft, text) -> draft.withRate(text)),
                typed(bitrate, (draft, text) -> draft.withBitrate(text)),
                typed(near, (draft, text) -> draft.withNear(text)), typed(far, (draft, text) -> draft.withFar(text)),
                typed(alignTo, (draft, text) -> draft.withAlignTo(text)));
        type.valueProperty().subscribe(value -> chosen(value, draft -> draft.withType(value)));
        encoder.valueProperty().subscribe(value -> chosen(value, draft -> draft.withEncoder(value)));
        required.selectedProperty().subscribe(on -> chosen(on, draft -> draft.withRequired(on)));
        required.setAccessibleText("Required");
        required.setTooltip(new Tooltip("Say so in red when this stream is missing"));
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setTooltip(new Tooltip("Take this stream out"));
        remove.setAccessibleText("Take this stream out");
        remove.setOnAction(_ -> edit.remove(id));
        showing = false;
    }

    private interface Taking {
        StreamDraft take(StreamDraft draft, String text);
    }

    private DraftField typed(TextField field, Taking taking) {
        return new DraftField(field, text -> {
            if (!showing) {
                edit.write(id, draft -> taking.take(draft, text));
            }
        }, edit::commit);
    }

    private void chosen(@Nullable Object value, UnaryOperator<StreamDraft> change) {
        if (!showing && value != null) {
            edit.write(id, change);
            edit.commit();
        }
    }

    private static TextField field(String prompt, String tip, double widthPx) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setPrefWidth(widthPx);
        field.setMinWidth(widthPx * 0.75);
        field.setAccessibleText(tip);
        field.setTooltip(new Tooltip(tip));
        field.getStyleClass().add("stream-field");
        return field;
    }

    private static <T> ComboBox<T> choice(T[] all, Function<T, String> word, String name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it is chosen, not written");
            }
        });
        box.setAccessibleText(name);
        box.setMinWidth(92);
        box.setPrefWidth(96);
        return box;
    }

    static final List<String> HEADS = List.of("Type", "Encoder", "Size", "Rate", "kbit/s", "Near", "Far", "Align to",
            "Required", "");

    /** Puts the row into a table. */
    void into(GridPane table, int row) {
        List<Node> cells = List.of(type, encoder, size, rate, bitrate, near, far, alignTo, required, remove);
        for (int column = 0; column < cells.size(); column++) {
            table.add(cells.get(column), column, row);
        }
    }

    void show(StreamDraft draft, boolean editable) {
        showing = true;
        type.setValue(draft.type());
        encoder.setValue(draft.encoder());
        boolean wrong = draft.problem().isPresent();
        List<String> texts = List.of(draft.size(), draft.rate(), draft.bitrate(), draft.near(), draft.far(),
                draft.alignTo());
        for (int i = 0; i < texts.size(); i++) {
            fields.get(i).show(texts.get(i), wrong);
        }
        required.setSelected(draft.required());
        // Depths are cut in depth only.
        boolean depth = draft.type() == StreamWish.Type.DEPTH;
        near.setDisable(!editable || !depth);
        far.setDisable(!editable || !depth);
        for (Node each : List.of(type, encoder, size, rate, bitrate, alignTo, required, remove)) {
            each.setDisable(!editable);
        }
        showing = false;
    }

    /** Names the columns of a table. */
    static void heads(GridPane table) {
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(HEADS.get(column));
            head.getStyleClass().add("stream-head");
            table.add(head, column, 0);
        }
    }
}
