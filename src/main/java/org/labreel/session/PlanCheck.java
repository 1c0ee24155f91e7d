package org.labreel.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labreel.model.Session;
import org.labreel.model.StreamWish;

/** What is wrong with a plan, in words that stand beside the field. Pure. */
public final class PlanCheck {
    private static final int MAX_NAME = 200;
    private static final int MAX_NOTES = 20_000;
    private static final int MAX_CAMERAS = 16;
    private static final int MAX_STREAMS = 16;
    private static final int MAX_SIDE = 65_536;
    /** What recording scripts send for open ends. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private PlanCheck() {
    }

    /**
     * One thing that is wrong.
     *
     * @param field
     *            name, end, limits, cameras, streams or notes
     */
    public record Problem(String field, String words) {
    }

    /** All that is wrong, in the order of the form. */
    public static List<Problem> problems(String name, Session.Plan plan) {
        List<Problem> found = new ArrayList<>();
        if (name.isBlank()) {
            found.add(new Problem("name", "Give the session a name."));
        } else if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            found.add(new Problem("name", "A name has at most " + MAX_NAME + " letters, and no line breaks."));
        }
        if (Stream.of(plan.start(), plan.end()).flatMap(Optional::stream)
                .anyMatch(at -> at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            found.add(new Problem("end", "Start and end lie between the years 1 and 9999."));
        }
        if (plan.start().isPresent() && plan.end().isPresent() && !plan.start().get().isBefore(plan.end().get())) {
            found.add(new Problem("end", "The end must be later than the start."));
        }
        if (plan.limits().maxTimeSeconds() < 0 || plan.limits().maxSizeMegabytes() < 0) {
            found.add(new Problem("limits", "A limit is 0 (none) or more."));
        }
        if (plan.notes().length() > MAX_NOTES) {
            found.add(new Problem("notes", "Notes have at most " + MAX_NOTES + " letters."));
        }
        cameras(plan, found);
        return found;
    }

    private static void cameras(Session.Plan plan, List<Problem> found) {
        if (plan.cameras().size() > MAX_CAMERAS) {
            found.add(new Problem("cameras", "A session has at most " + MAX_CAMERAS + " cameras."));
        }
        long different = plan.cameras().stream().map(Session.Camera::id).distinct().count();
        if (different < plan.cameras().size()) {
            found.add(new Problem("cameras", "A camera can be used only once in a session."));
        }
        for (Session.Camera camera : plan.cameras()) {
            if (camera.streams().size() > MAX_STREAMS) {
                found.add(new Problem("streams", "A camera has at most " + MAX_STREAMS + " streams."));
            }
            camera.streams().forEach(wish -> stream(wish, found));
        }
    }

    private static void stream(StreamWish wish, List<Problem> found) {
        if (wish.width() < 0 || wish.width() > MAX_SIDE || wish.height() < 0 || wish.height() > MAX_SIDE) {
            found.add(new Problem("streams", "Width and height lie between 0 and " + MAX_SIDE + " pixels."));
        }
        if (wish.frameRate() < 0 || wish.bitrate() < 0 || wish.nearCut() < 0 || wish.farCut() < 0) {
            found.add(new Problem("streams", "Frame rate, bit rate and cuts are 0 or more."));
        }
        if (wish.alignTo().length() > MAX_NAME) {
            found.add(new Problem("streams", "The name of the stream to align to is too long."));
        }
    }

    /**
     * @throws Refusal
     *             with the first thing that is wrong
     */
    public static void check(String name, Session.Plan plan) {
        List<Problem> found = problems(name, plan);
        if (!found.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, found.getFirst().words());
        }
    }
}
