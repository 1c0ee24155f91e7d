package org.labreel.ui.live;

import java.time.Duration;
import java.util.List;
import org.labreel.feed.FeedStatus;

/**
 * Which beats of the live page bring its words and its timeline up to date: all while something comes or is recorded,
 * few while nothing does, since each of them costs a drawing of the window. JavaFX thread.
 */
final class RefreshPace {
    private static final Duration QUIET = Duration.ofSeconds(3);
    /** Ages and countdowns are told in seconds, four beats. */
    private static final int BEATS = 4;

    private record Said(FeedStatus status, long losses) {
    }

    private List<Said> said = List.of();
    private int left;

    /**
     * To be asked once a beat.
     *
     * @param figures
     *            of all sources that are shown
     * @param recording
     *            whether anything is being recorded
     */
    boolean due(List<LiveFigures> figures, boolean recording) {
        List<Said> now = figures.stream().map(each -> new Said(each.status(), each.losses())).toList();
        if (recording || figures.stream().anyMatch(RefreshPace::isBusy) || !now.equals(said) || left == 0) {
            said = now;
            left = BEATS - 1;
            return true;
        }
        left--;
        return false;
    }

    private static boolean isBusy(LiveFigures figures) {
        return figures.messageAge().filter(age -> age.compareTo(QUIET) < 0).isPresent();
    }
}
