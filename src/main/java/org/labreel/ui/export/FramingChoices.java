package org.labreel.ui.export;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.labreel.export.Box;
import org.labreel.export.Crop;
import org.labreel.export.Framing;
import org.labreel.export.Preset;
import org.labreel.export.Rotation;
import org.labreel.picture.PictureSize;

/** Which part of the frames is shown and how large, as filled in, right or wrong. The crop is not kept. */
final class FramingChoices {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 8192;

    final ObjectProperty<Optional<Crop>> crop = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Aspect> aspect = new SimpleObjectProperty<>(Aspect.FREE);
    final ObjectProperty<Rotation> rotation = new SimpleObjectProperty<>(Rotation.NONE);
    final ObjectProperty<SizeLimit> limit = new SimpleObjectProperty<>(SizeLimit.NONE);
    final StringProperty percent = new SimpleStringProperty("50");
    final StringProperty width = new SimpleStringProperty("1280");
    final StringProperty height = new SimpleStringProperty("720");

    FramingChoices(KeptChoices kept) {
        kept.keep("aspect", aspect, Aspect.class);
        kept.keep("rotation", rotation, Rotation.class);
        kept.keep("size", limit, SizeLimit.class);
        kept.keep("percent", percent);
        kept.keep("width", width);
        kept.keep("height", height);
    }

    /** Pictures that are copied stay as they are. */
    static boolean applies(Preset preset) {
        return preset != Preset.LOSSLESS;
    }

    void problems(Preset preset, Optional<PictureSize> frame, Map<Field, String> into) {
        if (!applies(preset)) {
            return;
        }
        frame.filter(size -> crop.get().filter(part -> !CropDrag.inside(part, size)).isPresent()).ifPresent(
                size -> into.put(Field.CROP, "The crop reaches beyond the frame of " + size.width() + " × "
                        + size.height() + " pixels."));
        if (limit.get() == SizeLimit.PERCENT && !validPercent()) {
            into.put(Field.SIZE, "A number from 1 to 400 %, please.");
        }
        if (limit.get() == SizeLimit.BOX && !(validSide(width.get()) && validSide(height.get()))) {
            into.put(Field.SIZE, "Two whole numbers from 16 to 8192 pixels, please.");
        }
    }

    private boolean validPercent() {
        double number = Numbers.of(percent.get());
        return number >= 1 && number <= 400;
    }

    private static boolean validSide(String text) {
        int side = Numbers.whole(text);
        return side >= SMALLEST && side <= LARGEST;
    }

    /** What is wrong counts as not chosen. */
    Framing framing(Preset preset, Optional<PictureSize> frame) {
        if (!applies(preset)) {
            return Framing.WHOLE;
        }
        Optional<Crop> part = crop.get()
                .filter(chosen -> frame.isEmpty() || CropDrag.inside(chosen, frame.get()));
        return new Framing(part, rotation.get(), box(part, frame));
    }

    private Optional<Box> box(Optional<Crop> part, Optional<PictureSize> frame) {
        return switch (limit.get()) {
            case NONE -> Optional.empty();
            case BOX -> validSide(width.get()) && validSide(height.get())
                    ? Optional.of(new Box(Numbers.whole(width.get()), Numbers.whole(height.get())))
                    : Optional.empty();
            // A limit is met by what is smaller: nothing is enlarged.
            case HD1080, HD720, VGA -> limit.get().box()
                    .filter(box -> shown(part, frame).filter(own -> own.width() <= box.width()
                            && own.height() <= box.height()).isEmpty());
            case PERCENT -> validPercent() ? shown(part, frame).map(this::scaled) : Optional.empty();
        };
    }

    private Box scaled(Box own) {
        double factor = Numbers.of(percent.get()) / 100;
        return new Box(Math.clamp(Math.round(own.width() * factor), SMALLEST, LARGEST),
                Math.clamp(Math.round(own.height() * factor), SMALLEST, LARGEST));
    }

    /** Size of what is shown, after the turn, before the fit. */
    private Optional<Box> shown(Optional<Crop> part, Optional<PictureSize> frame) {
        Optional<Box> upright = part.map(crop -> new Box(crop.width(), crop.height()))
                .or(() -> frame.map(size -> new Box(size.width(), size.height())));
        return rotation.get().swapsSides()
                ? upright.map(box -> new Box(/* width= */ box.height(), /* height= */ box.width()))
                : upright;
    }
}
