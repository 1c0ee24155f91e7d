package org.labreel.session;

import java.util.Locale;
import java.util.UUID;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/**
 * Whether a stream that a session asks for is there. Never keeps a session from recording what there is.
 *
 * @param camera
 *            {@link Session.Camera#id()}
 * @param words
 *            what comes in its place, or is missing, for the operator
 */
public record StreamCheck(UUID camera, StreamWish wish, Verdict verdict, String words) {
    /** What is known of a stream. */
    public enum Verdict {
        MET, WAITING, MISSING
    }

    static StreamCheck of(Session.Camera camera, StreamWish wish, CameraHealth health) {
        return switch (wish.type()) {
            case COLOR -> colour(camera, wish, health);
            case DEPTH, INFRA -> new StreamCheck(camera.id(), wish, Verdict.MISSING, "This source sends no "
                    + wish.type().word() + "; the wish is kept, and what it sends is recorded.");
        };
    }

    private static StreamCheck colour(Session.Camera camera, StreamWish wish, CameraHealth health) {
        return switch (health.link()) {
            case DOWN -> new StreamCheck(camera.id(), wish, Verdict.MISSING, health.words());
            case CONNECTING -> new StreamCheck(camera.id(), wish, Verdict.WAITING, health.words());
            case UP -> health.frames()
                    ? new StreamCheck(camera.id(), wish, Verdict.MET, comes(wish, health))
                    : new StreamCheck(camera.id(), wish, Verdict.WAITING, "Connected, but no frame has come yet.");
        };
    }

    private static String comes(StreamWish wish, CameraHealth health) {
        String size = health.widthPx() > 0 ? health.widthPx() + "x" + health.heightPx() + " " : "";
        String text = String.format(Locale.ROOT, "%sJPEG at %.0f frames a second, recorded as sent", size,
                health.framesPerSecond());
        boolean differs = wish.width() > 0 && health.widthPx() > 0
                && (wish.width() != health.widthPx() || wish.height() != health.heightPx());
        return differs ? text + "; " + wish.width() + "x" + wish.height() + " was asked for." : text + ".";
    }
}
