package org.labreel.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.labreel.export.ExportRequest.Range;
import org.labreel.ui.export.ExportSubject.Piece;

/** Which ranges of the log are exported. */
final class RangeChoices {
    /** One clip of them all, or a clip of each. */
    final BooleanProperty joined = new SimpleBooleanProperty(true);
    private final List<Entry> entries = new ArrayList<>();

    RangeChoices(KeptChoices kept) {
        kept.keep("joined", joined);
    }

    /** A range that can be chosen. */
    record Entry(Piece piece, BooleanProperty chosen) {
    }

    void show(ExportSubject subject, Runnable changed) {
        entries.clear();
        for (Piece piece : subject.pieces()) {
            Entry entry = new Entry(piece, new SimpleBooleanProperty(piece.chosen()));
            entry.chosen().subscribe((_, _) -> changed.run());
            entries.add(entry);
        }
    }

    /** In order of the log; the selection first. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    List<Piece> chosen() {
        return entries.stream().filter(entry -> entry.chosen().get()).map(Entry::piece).toList();
    }

    List<Range> ranges() {
        return chosen().stream().map(Piece::range).toList();
    }

    /** Whether each of them becomes a clip of its own. */
    boolean apart() {
        return !joined.get() && chosen().size() > 1;
    }

    /** What is exported, in a line. */
    String words() {
        List<Piece> all = chosen();
        if (all.size() != 1) {
            return all.size() + " ranges, " + (apart() ? "a clip of each" : "joined in one clip");
        }
        Range range = all.getFirst().range();
        return range.first() == range.last()
                ? "Frame " + range.first()
                : "Frames " + range.first() + " to " + range.last() + ", both included";
    }

    void problems(Map<Field, String> into) {
        if (chosen().isEmpty()) {
            into.put(Field.RANGES, "Tick at least one range.");
        }
    }
}
