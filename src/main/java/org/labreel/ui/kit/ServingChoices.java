package org.labreel.ui.kit;

import org.labreel.picture.PixelFormat;

/**
 * What one service serves, and how. What a service has no use for stays as it is.
 *
 * @param source
 *            address of the source that is served; empty for the first one on the live page
 * @param others
 *            whether other computers may call a service that asks for no secret, as far as they are listed
 * @param discoverable
 *            whether searches for cameras in the network are answered
 * @param format
 *            of the pixels that are sent
 * @param imagesBuffered
 *            images that may wait for a player, 0 for as many as memory allows
 * @param timeoutSeconds
 *            until a player is let go that reads nothing; 0 = never
 */
public record ServingChoices(String source, boolean others, boolean discoverable, PixelFormat format,
        int imagesBuffered, int timeoutSeconds) {
    public static final int MOST_IMAGES_BUFFERED = 10_000;
    public static final int MOST_TIMEOUT_SECONDS = 3_600;
    /** The first source, for this computer alone, as the real recorder sends it. */
    public static final ServingChoices USUAL = new ServingChoices("", false, false, PixelFormat.YUV420P, 5, 60);

    public ServingChoices {
        imagesBuffered = Math.clamp(imagesBuffered, 0, MOST_IMAGES_BUFFERED);
        timeoutSeconds = Math.clamp(timeoutSeconds, 0, MOST_TIMEOUT_SECONDS);
    }

    public ServingChoices withSource(String next) {
        return new ServingChoices(next, others, discoverable, format, imagesBuffered, timeoutSeconds);
    }

    public ServingChoices withOthers(boolean next) {
        return new ServingChoices(source, next, discoverable, format, imagesBuffered, timeoutSeconds);
    }

    public ServingChoices withDiscoverable(boolean next) {
        return new ServingChoices(source, others, next, format, imagesBuffered, timeoutSeconds);
    }

    public ServingChoices withFormat(PixelFormat next) {
        return new ServingChoices(source, others, discoverable, next, imagesBuffered, timeoutSeconds);
    }

    public ServingChoices withImagesBuffered(int next) {
        return new ServingChoices(source, others, discoverable, format, next, timeoutSeconds);
    }

    public ServingChoices withTimeoutSeconds(int next) {
        return new ServingChoices(source, others, discoverable, format, imagesBuffered, next);
    }
}
