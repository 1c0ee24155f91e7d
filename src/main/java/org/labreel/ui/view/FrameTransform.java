package org.labreel.ui.view;

import java.util.Optional;
import org.labreel.model.DeviceEvent;
import org.labreel.model.Transform;

/** Fits the transform of the feed to the picture that is shown. */
public final class FrameTransform {
    private FrameTransform() {
    }

    /**
     * Board units to pixels of a picture of this size; the feed's transform may be meant for another one.
     *
     * @param width
     *            of the picture, pixels
     * @param height
     *            of the picture, pixels
     */
    public static Optional<Transform> of(Optional<DeviceEvent.ImageTransform> event, int width, int height) {
        return event.flatMap(told -> told.transform().map(transform -> {
            if (told.imageWidth() <= 0 || told.imageHeight() <= 0) {
                return transform;
            }
            return transform.then(Transform.scaleThenShift((double) width / told.imageWidth(),
                    (double) height / told.imageHeight(), 0, 0));
        }));
    }
}
