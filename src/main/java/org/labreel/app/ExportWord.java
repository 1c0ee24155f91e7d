package org.labreel.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.labreel.export.DamagedFrames;
import org.labreel.export.EncoderKind;
import org.labreel.export.Gaps;
import org.labreel.export.Overlay;
import org.labreel.export.Overlays;
import org.labreel.export.Preset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a choice by its word, and lists the words as they are typed when it is none of them.
 *
 * @param <E>
 *            what is chosen among
 */
abstract class ExportWord<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    ExportWord(Class<E> type) {
        this.type = type;
    }

    @Override
    public E convert(String value) {
        for (E each : type.getEnumConstants()) {
            if (word(each).equals(value.strip().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new TypeConversionException("'" + value + "' is none of "
                + Arrays.stream(type.getEnumConstants()).map(ExportWord::word).collect(Collectors.joining(", ")));
    }

    /** As it is typed. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class OfPreset extends ExportWord<Preset> {
        OfPreset() {
            super(Preset.class);
        }
    }

    static final class OfEncoder extends ExportWord<EncoderKind> {
        OfEncoder() {
            super(EncoderKind.class);
        }
    }

    static final class OfOverlay extends ExportWord<Overlay> {
        OfOverlay() {
            super(Overlay.class);
        }
    }

    static final class OfPart extends ExportWord<Overlays.ElectrodePart> {
        OfPart() {
            super(Overlays.ElectrodePart.class);
        }
    }

    static final class OfClock extends ExportWord<Overlays.Clock> {
        OfClock() {
            super(Overlays.Clock.class);
        }
    }

    static final class OfGaps extends ExportWord<Gaps.Policy> {
        OfGaps() {
            super(Gaps.Policy.class);
        }
    }

    static final class OfDamaged extends ExportWord<DamagedFrames> {
        OfDamaged() {
            super(DamagedFrames.class);
        }
    }
}
