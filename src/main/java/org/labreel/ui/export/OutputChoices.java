package org.labreel.ui.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.labreel.export.ClipSettings;
import org.labreel.export.DamagedFrames;
import org.labreel.export.EncoderKind;
import org.labreel.export.Preset;

/** What is made and where it goes, as filled in, right or wrong. */
final class OutputChoices {
    private static final double SMALLEST_MB = 0.05;
    private static final double LARGEST_MB = 1e6;

    final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.PAPER);
    final StringProperty target = new SimpleStringProperty("");
    /** Megabytes that the file of {@link Preset#PAPER} must not exceed. */
    final StringProperty paperMegabytes = new SimpleStringProperty("10");
    /** The same for {@link Preset#FULL}; empty = no bound. */
    final StringProperty fullMegabytes = new SimpleStringProperty("");
    final ObjectProperty<EncoderKind> encoder = new SimpleObjectProperty<>(EncoderKind.FFMPEG);
    /** Of the encoder; empty = as fits this computer. */
    final StringProperty threads = new SimpleStringProperty("");
    final ObjectProperty<DamagedFrames> damaged = new SimpleObjectProperty<>(DamagedFrames.MARK);
    final BooleanProperty chapters = new SimpleBooleanProperty(true);
    final BooleanProperty csv = new SimpleBooleanProperty(false);
    final BooleanProperty sidecar = new SimpleBooleanProperty(true);

    OutputChoices(KeptChoices kept) {
        kept.keep("preset", preset, Preset.class);
        kept.keep("paper-mb", paperMegabytes);
        kept.keep("full-mb", fullMegabytes);
        kept.keep("encoder", encoder, EncoderKind.class);
        kept.keep("threads", threads);
        kept.keep("damaged", damaged, DamagedFrames.class);
        kept.keep("chapters", chapters);
        kept.keep("csv", csv);
        kept.keep("sidecar", sidecar);
    }

    /** The field that bounds the size for this preset; empty when no size can be promised. */
    Optional<StringProperty> megabytes(Preset chosen) {
        return switch (chosen) {
            case PAPER -> Optional.of(paperMegabytes);
            case FULL -> Optional.of(fullMegabytes);
            case LOSSLESS, STILLS -> Optional.empty();
        };
    }

    /** Bytes not to be exceeded; 0 = none. */
    long boundBytes() {
        return megabytes(preset.get()).map(text -> Numbers.of(text.get())).filter(OutputChoices::validBound)
                .map(mb -> Math.round(mb * 1e6)).orElse(0L);
    }

    private static boolean validBound(double mb) {
        return mb >= SMALLEST_MB && mb <= LARGEST_MB;
    }

    void problems(Map<Field, String> into) {
        targetProblem().ifPresent(text -> into.put(Field.TARGET, text));
        megabytes(preset.get()).map(StringProperty::get).ifPresent(text -> {
            boolean free = preset.get() == Preset.FULL && text.isBlank();
            if (!free && !validBound(Numbers.of(text))) {
                into.put(Field.MAX_SIZE, "A number of megabytes, please: 0.05 or more.");
            }
        });
        if (preset.get() == Preset.LOSSLESS && encoder.get() == EncoderKind.HUMBLE) {
            into.put(Field.ENCODER, "Only FFmpeg can copy the pictures as they are.");
        } else if (!validThreads()) {
            into.put(Field.ENCODER, "Threads: a whole number from 1 to " + ClipSettings.MOST_THREADS
                    + ", or nothing for as many as fit this computer.");
        }
    }

    private boolean validThreads() {
        double number = Numbers.of(threads.get());
        return threads.get().isBlank()
                || (number >= 1 && number <= ClipSettings.MOST_THREADS && number == Math.rint(number));
    }

    private int threadCount() {
        return threads.get().isBlank() || !validThreads() ? 0 : (int) Numbers.of(threads.get());
    }

    private Optional<String> targetProblem() {
        if (target.get().isBlank()) {
            return Optional.of("Say where the clip goes.");
        }
        try {
            Path path = path();
            Path folder = path.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                return Optional.of("This folder does not exist.");
            }
            if (!Files.isWritable(folder)) {
                return Optional.of("This folder cannot be written to.");
            }
            return endingProblem(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT));
        } catch (InvalidPathException e) {
            return Optional.of("This is no file name: " + e.getReason() + ".");
        }
    }

    private Optional<String> endingProblem(String name) {
        boolean film = name.endsWith(".mp4") || name.endsWith(".mov");
        if (preset.get() == Preset.STILLS) {
            return film
                    ? Optional.of("Stills go into a folder, and this is the name of a movie.")
                    : Optional.empty();
        }
        if (film && name.endsWith(".mov") && encoder.get() == EncoderKind.HUMBLE) {
            return Optional.of("Humble Video writes .mp4 only.");
        }
        return film ? Optional.empty() : Optional.of("The name must end with .mp4 or .mov.");
    }

    /**
     * @throws InvalidPathException
     *             when what is filled in is no path
     */
    Path path() {
        return Path.of(target.get().strip()).toAbsolutePath();
    }

    /** Everything but time, picture and overlays. */
    ClipSettings settings() {
        return ClipSettings.PLAIN.withPreset(preset.get()).withEncoder(encoder.get()).withDamaged(damaged.get())
                .withMaxBytes(boundBytes()).withThreads(threadCount())
                .withChapters(chapters.get() && preset.get() != Preset.STILLS);
    }
}
