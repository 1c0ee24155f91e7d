package org.labreel.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.labreel.model.Marker;
import org.labreel.model.Segment;
import org.labreel.model.Session;
import org.labreel.session.SessionView;
import org.labreel.ui.kit.Units;

/** What came of a session: starts camera by camera, segments, markers, journal. */
final class RecordedPanel {
    private static final double ROW_PX = 30;
    private static final double HEAD_PX = 42;
    private static final int MOST_ROWS = 8;
    private static final int MOST_SPANS = 20;
    private static final int MOST_JOURNAL = 30;

    private final SessionsModel model;
    private final Consumer<Opening> review;
    private List<?> shown = List.of();

    /** A segment that the operator wants to see. */
    record Opening(SessionView session, Segment segment) {
    }

    @FXML
    private TableView<Segment> segments;
    @FXML
    private Button open;
    @FXML
    private Label openWords;
    @FXML
    private VBox spans;
    @FXML
    private VBox markers;
    @FXML
    private TextField markerText;
    @FXML
    private Button mark;
    @FXML
    private VBox journal;

    /**
     * @param review
     *            opens a segment in the browser
     */
    @SuppressWarnings("NullAway.Init")
    RecordedPanel(SessionsModel model, Consumer<Opening> review) {
        this.model = model;
        this.review = review;
    }

    @FXML
    void initialize() {
        segments.setFixedCellSize(ROW_PX);
        column("File", 145, Segment::file);
        column("Begins", 130, segment -> Wording.at(segment.start(), model.now(), model.zone()));
        column("Length", 70, segment -> segment.end()
                .map(end -> Units.elapsed(Duration.between(segment.start(), end))).orElse("goes on"));
        column("Frames", 70, segment -> Units.count(segment.frames()));
        column("Size", 80, segment -> Units.bytes(segment.bytes()));
        column("Lost", 60, segment -> Units.count(segment.lost()));
        segments.setPlaceholder(new Label("No segment yet. Each start makes one for each camera."));
        segments.getSelectionModel().selectedItemProperty().subscribe(_ -> opening());
        segments.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        segments.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
    }

    private void column(String title, double widthPx, Function<Segment, String> text) {
        TableColumn<Segment, String> column = new TableColumn<>(title);
        column.setPrefWidth(widthPx);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        segments.getColumns().add(column);
    }

    private void opening() {
        boolean chosen = segments.getSelectionModel().getSelectedItem() != null;
        open.setDisable(!chosen || model.desk().remote());
        openWords.setText(model.desk().remote()
                ? "The files lie with the program that records them."
                : "");
    }

    void show(SessionView view) {
        Session session = view.session();
        mark.setDisable(!model.mayMark());
        markerText.setDisable(!model.mayMark());
        opening();
        List<?> next = List.of(session.segments(), session.spans(), session.markers(), session.journal(),
                session.losses());
        if (shown.equals(next)) {
            return;
        }
        shown = next;
        Segment chosen = segments.getSelectionModel().getSelectedItem();
        segments.getItems().setAll(session.segments());
        session.segments().stream().filter(each -> chosen != null && each.file().equals(chosen.file())).findFirst()
                .ifPresent(each -> segments.getSelectionModel().select(each));
        int rows = Math.clamp(session.segments().size(), 1, MOST_ROWS);
        segments.setPrefHeight(HEAD_PX + ROW_PX * rows + 4);
        segments.setMinHeight(segments.getPrefHeight());
        Instant now = model.now();
        spans.getChildren().setAll(session.spans().reversed().stream().limit(MOST_SPANS)
                .map(span -> new SpanBox(span, session.cameras(), now, model.zone())).toList());
        lines(markers, session.markers().stream().map(marker -> line(marker, now)).toList(), "No marker yet.");
        lines(journal, journal(session, now), "Nothing to tell.");
    }

    private String line(Marker marker, Instant now) {
        return Wording.at(marker.at(), now, model.zone()) + "  " + (marker.text().isBlank() ? "Marker" : marker.text());
    }

    private List<String> journal(Session session, Instant now) {
        List<String> out = new ArrayList<>();
        long lost = session.losses().stream().mapToLong(loss -> loss.count()).sum();
        if (lost > 0) {
            out.add(Units.count(lost) + " messages were lost; the browser shows where.");
        }
        session.journal().reversed().stream().limit(MOST_JOURNAL)
                .forEach(entry -> out.add(Wording.at(entry.at(), now, model.zone()) + "  " + entry.text()));
        return out;
    }

    private static void lines(VBox box, List<String> texts, String none) {
        box.getChildren().setAll((texts.isEmpty() ? List.of(none) : texts).stream().map(text -> {
            Label label = new Label(text);
            label.setWrapText(true);
            label.getStyleClass().add(texts.isEmpty() ? "muted" : "recorded-line");
            return label;
        }).toList());
    }

    @FXML
    void open() {
        Segment chosen = segments.getSelectionModel().getSelectedItem();
        if (chosen != null && !model.desk().remote()) {
            model.selected().ifPresent(view -> review.accept(new Opening(view, chosen)));
        }
    }

    @FXML
    void mark() {
        model.mark(Objects.requireNonNullElse(markerText.getText(), ""));
        markerText.clear();
    }
}
