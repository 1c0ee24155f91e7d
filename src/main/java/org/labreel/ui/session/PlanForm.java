package org.labreel.ui.session;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.labreel.session.DiskForecast;
import org.labreel.session.SessionView;
import org.labreel.ui.session.Draft.Field;

/** Name, times, limits and notes of a session, with what is wrong beside each. */
final class PlanForm {
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");

    private final SessionsModel model;
    private boolean showing;

    @FXML
    private TextField name;
    @FXML
    private Label nameWords;
    @FXML
    private CheckBox startOn;
    @FXML
    private DatePicker startDay;
    @FXML
    private TextField startTime;
    @FXML
    private Label startWords;
    @FXML
    private CheckBox endOn;
    @FXML
    private DatePicker endDay;
    @FXML
    private TextField endTime;
    @FXML
    private Label endWords;
    @FXML
    private ComboBox<String> zone;
    @FXML
    private TextField maxTime;
    @FXML
    private Label maxTimeWords;
    @FXML
    private TextField maxSize;
    @FXML
    private Label maxSizeWords;
    @FXML
    private Label forecast;
    @FXML
    private TextArea notes;
    @FXML
    private Label notesWords;
    private DraftField nameField;
    private DraftField maxTimeField;
    private DraftField maxSizeField;
    private DraftField notesField;
    private WhenFields start;
    private WhenFields end;

    @SuppressWarnings("NullAway.Init")
    PlanForm(SessionsModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        Runnable commit = model.editor()::commit;
        nameField = new DraftField(name, text -> write(draft -> draft.withName(text)), commit);
        maxTimeField = new DraftField(maxTime, text -> write(draft -> draft.withMaxTime(text)), commit);
        maxSizeField = new DraftField(maxSize, text -> write(draft -> draft.withMaxSize(text)), commit);
        notesField = new DraftField(notes, text -> write(draft -> draft.withNotes(text)), commit);
        start = new WhenFields(startOn, startDay, startTime, startWords,
                when -> write(draft -> draft.withStart(when)), commit,
                () -> WhenFields.fullHour(model.now(), 1, zoneNow()));
        end = new WhenFields(endOn, endDay, endTime, endWords, when -> write(draft -> draft.withEnd(when)), commit,
                () -> WhenFields.fullHour(model.editor().draft().flatMap(draft -> draft.start().read(draft.zone())
                        .instant()).orElse(model.now()), 1, zoneNow()));
        zone.getItems().setAll(zones());
        zone.valueProperty().subscribe(id -> {
            if (!showing && id != null) {
                write(draft -> draft.withZone(ZoneId.of(id)));
                commit.run();
            }
        });
    }

    /** The operator's own and UTC first. */
    private List<String> zones() {
        List<String> all = new ArrayList<>(List.of(model.zone().getId(), "UTC"));
        ZoneId.getAvailableZoneIds().stream().filter(id -> id.contains("/") && !id.startsWith("Etc/")).sorted()
                .filter(id -> !all.contains(id)).forEach(all::add);
        return all.stream().distinct().toList();
    }

    private ZoneId zoneNow() {
        return model.editor().draft().map(Draft::zone).orElse(model.zone());
    }

    private void write(UnaryOperator<Draft> change) {
        if (!showing) {
            model.editor().draft().ifPresent(draft -> model.editor().write(change.apply(draft)));
        }
    }

    void show(SessionView view) {
        Optional<Draft> shown = model.editor().draft();
        if (shown.isEmpty()) {
            return;
        }
        showing = true;
        Draft draft = shown.get();
        boolean editable = model.editor().editable();
        Map<Field, String> wrong = draft.problems();
        line(nameField, name, nameWords, draft.name(), wrong, Field.NAME);
        line(maxTimeField, maxTime, maxTimeWords, draft.maxTime(), wrong, Field.MAX_TIME);
        line(maxSizeField, maxSize, maxSizeWords, draft.maxSize(), wrong, Field.MAX_SIZE);
        notesField.show(draft.notes(), wrong.containsKey(Field.NOTES));
        notes.setDisable(!editable);
        DraftField.say(notesWords, word(wrong, Field.NOTES), Optional.empty());
        start.show(draft.start(), word(wrong, Field.START), draft.remark(Field.START, model.now()), editable);
        end.show(draft.end(), word(wrong, Field.END), draft.remark(Field.END, model.now()), editable);
        zone.setValue(draft.zone().getId());
        zone.setDisable(!editable);
        forecast.setText(view.forecast().map(DiskForecast::words).orElse("How much room is left is not known."));
        forecast.pseudoClassStateChanged(WARN, view.forecast().filter(each -> !each.fits()).isPresent());
        showing = false;
    }

    private void line(DraftField field, TextField control, Label words, String text, Map<Field, String> wrong,
            Field which) {
        field.show(text, wrong.containsKey(which));
        control.setDisable(!model.editor().editable());
        DraftField.say(words, word(wrong, which), Optional.empty());
    }

    private static Optional<String> word(Map<Field, String> wrong, Field field) {
        return Optional.ofNullable(wrong.get(field));
    }

    /** Puts the cursor into the name, all of it chosen. */
    void editName() {
        name.requestFocus();
        name.selectAll();
    }
}
