package org.labreel.ui.export;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.labreel.export.ClipSettings;
import org.labreel.export.ExportRequest;
import org.labreel.export.Preset;
import org.labreel.picture.PictureSize;
import org.labreel.ui.export.ExportSubject.Piece;
import org.labreel.ui.kit.BoardScales;

/** All that is chosen for an export, what is wrong with it, and the requests that come of it. JavaFX thread. */
final class ExportModel {
    private static final String FOLDER = "folder";

    final KeptChoices kept = new KeptChoices();
    final RangeChoices ranges = new RangeChoices(kept);
    final OutputChoices output = new OutputChoices(kept);
    final TimingChoices timing = new TimingChoices(kept);
    final FramingChoices framing = new FramingChoices(kept);
    final BesideChoices beside = new BesideChoices(kept);
    final OverlayChoices overlays;
    private final ExportMemory memory;
    private final BoardScales scales;
    private final ReadOnlyObjectWrapper<Optional<ExportSubject>> subject = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Field, String>> problems = new ReadOnlyObjectWrapper<>(Map.of());
    /** How often anything was chosen: problems and clip may be the same after it. */
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(0);
    /** What the clip would be as things stand, problems left out. */
    private final ReadOnlyObjectWrapper<Optional<ExportRequest>> look = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<PictureSize> frame = Optional.empty();
    private String suggested = "";
    private boolean filling;

    ExportModel(ExportMemory memory, BoardScales scales, ZoneId zone) {
        this.memory = memory;
        this.scales = scales;
        this.overlays = new OverlayChoices(kept, zone);
        kept.take(memory.read());
        kept.onChange(this::changed);
        for (ObservableValue<?> each : List.of(output.target, framing.crop, overlays.millimetres, overlays.captioned,
                overlays.caption)) {
            each.subscribe(_ -> changed());
        }
        output.preset.subscribe(_ -> suggest());
        beside.beside.subscribe((_, _) -> {
            // Another picture has other parts.
            framing.crop.set(Optional.empty());
            frame = Optional.empty();
            changed();
        });
    }

    ReadOnlyObjectProperty<Optional<ExportSubject>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** What has to be put right first, in words, by field. Empty = ready. */
    ReadOnlyObjectProperty<Map<Field, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Changes whenever anything is chosen, after the other properties. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /** The clip as far as it is chosen rightly, all ranges joined, for the preview; empty when no range is chosen. */
    ReadOnlyObjectProperty<Optional<ExportRequest>> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Size of the frames of what is exported; empty until one was looked at. */
    Optional<PictureSize> frameSize() {
        return frame;
    }

    void setFrameSize(PictureSize size) {
        if (!frame.equals(Optional.of(size))) {
            frame = Optional.of(size);
            changed();
        }
    }

    /** Turns to what is to be exported now. A crop stays while the log is the same. */
    void offer(ExportSubject next) {
        filling = true;
        if (subject.get().filter(before -> before.log().equals(next.log())).isEmpty()) {
            framing.crop.set(Optional.empty());
            frame = Optional.empty();
        }
        subject.set(Optional.of(next));
        ranges.show(next, this::chosenRangesChanged);
        OptionalDouble unit = scales.millimetresPerUnit(next.board());
        overlays.millimetres.set(unit.isPresent() ? Numbers.text(unit.getAsDouble()) : "");
        output.target.set("");
        filling = false;
        suggest();
        changed();
    }

    /** Joins ranges of other logs to what is offered; everything else stays as it was chosen. */
    void add(ExportSubject.More more) {
        subject.get().ifPresent(before -> {
            filling = true;
            ExportSubject next = before.chosen(ranges.chosen()).with(more);
            subject.set(Optional.of(next));
            ranges.show(next, this::chosenRangesChanged);
            filling = false;
            chosenRangesChanged();
        });
    }

    private void chosenRangesChanged() {
        suggest();
        changed();
    }

    /** A name that the operator typed stays. */
    private void suggest() {
        String now = output.target.get();
        if (subject.get().isPresent() && (now.isBlank() || now.equals(suggested))) {
            suggested = names(_ -> false).like(ClipName.suggested(subject.get().get(), ranges.chosen(),
                    output.preset.get(), memory.read().getOrDefault(FOLDER, ""))).toString();
            output.target.set(suggested);
        }
    }

    private void changed() {
        if (filling || subject.get().isEmpty()) {
            return;
        }
        ExportSubject now = subject.get().get();
        Map<Field, String> found = new EnumMap<>(Field.class);
        Preset preset = output.preset.get();
        ranges.problems(found);
        beside.problems(preset, now, found);
        output.problems(found);
        timing.problems(preset, found);
        framing.problems(preset, frame, found);
        overlays.problems(preset, now, found);
        problems.set(found);
        look.set(ranges.chosen().isEmpty()
                ? Optional.empty()
                : Optional.of(request(now, now.log(), ranges.ranges())));
        changes.set(changes.get() + 1);
    }

    private ExportRequest request(ExportSubject now, Path target, List<ExportRequest.Range> taken) {
        Preset preset = output.preset.get();
        ClipSettings settings = output.settings().withTiming(timing.timing(preset))
                .withFraming(framing.framing(preset, frame)).withOverlays(overlays.overlays(preset, now));
        return new ExportRequest(taken, target, settings, now.board(), now.markers(), Optional.empty(),
                Optional.empty(), beside.of(now));
    }

    private FreeNames names(Predicate<Path> taken) {
        return new FreeNames(taken, output.csv.get(), output.sidecar.get());
    }

    /** The name that a clip gets instead of one that is taken; empty while the name filled in is free. */
    Optional<Path> otherName(Predicate<Path> taken) {
        if (problems.get().containsKey(Field.TARGET) || output.target.get().isBlank()) {
            return Optional.empty();
        }
        Path wanted = output.path();
        Path free = names(taken).like(wanted);
        return ranges.apart() || free.equals(wanted) ? Optional.empty() : Optional.of(free);
    }

    /**
     * What is to be made; there must be no problems.
     *
     * @param taken
     *            whether a name is promised already
     */
    List<ExportRequest> requests(Predicate<Path> taken) {
        ExportSubject now = subject.get().orElseThrow();
        Set<Path> given = new HashSet<>();
        FreeNames names = names(path -> given.contains(path) || taken.test(path));
        if (!ranges.apart()) {
            return List.of(complete(request(now, names.like(output.path()), ranges.ranges())));
        }
        String name = String.valueOf(output.path().getFileName());
        String ending = FreeNames.ending(name);
        String stem = name.substring(0, name.length() - ending.length());
        List<ExportRequest> out = new ArrayList<>();
        int number = 0;
        for (Piece piece : ranges.chosen()) {
            number++;
            String word = piece.word();
            Path target = names.like(output.path()
                    .resolveSibling(stem + "-" + number + (word.isEmpty() ? "" : "-" + word) + ending));
            given.add(target);
            out.add(complete(request(now, target, List.of(piece.range()))));
        }
        return out;
    }

    private ExportRequest complete(ExportRequest request) {
        Path target = request.target();
        return request.withCsv(output.csv.get() ? Optional.of(FreeNames.csvOf(target)) : Optional.empty())
                .withSidecar(output.sidecar.get() ? Optional.of(ExportRequest.sidecarOf(target)) : Optional.empty());
    }

    /** Keeps the choices for the next export. */
    void remember() {
        Map<String, String> all = new HashMap<>(memory.read());
        all.putAll(kept.values());
        subject.get().ifPresent(now -> {
            if (overlays.scale.get() && overlays.validMillimetres()) {
                scales.set(now.board(), Numbers.of(overlays.millimetres.get()));
            }
            Path folder = output.path().resolveSibling("");
            all.put(FOLDER, folder.equals(ClipName.beside(now)) ? "" : folder.toString());
        });
        memory.write(all);
    }

    /** Everything as at the very first export, but the ranges, the name, and what is known of boards. */
    void reset() {
        kept.reset();
        framing.crop.set(Optional.empty());
        overlays.captioned.set(false);
        overlays.caption.set("");
    }
}
