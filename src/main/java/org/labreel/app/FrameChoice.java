package org.labreel.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labreel.export.ExportRequest;
import org.labreel.log.LogIndex;
import org.labreel.log.LogReader;
import picocli.CommandLine.Option;

/** Which frames of a log; frames are counted from 0 and both ends are included. */
final class FrameChoice {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})");

    @Option(names = "--from", paramLabel = "T", description = "First moment: seconds from the log's start, or an instant (2026-01-31T12:00:00Z).")
    @Nullable
    private LogTime from;

    @Option(names = "--until", paramLabel = "T", description = "Last moment, included.")
    @Nullable
    private LogTime until;

    @Option(names = "--frames", paramLabel = "A..B", split = ",", description = "Frames A to B, counted from 0, both included; several with commas.")
    private List<String> frames = new ArrayList<>();

    /** What is wrong with these options taken together; empty when they fit. */
    Optional<String> conflict() {
        if (!frames.isEmpty() && (from != null || until != null)) {
            return Optional.of("--frames goes without --from and --until");
        }
        for (String span : frames) {
            Matcher matcher = SPAN.matcher(span);
            if (!matcher.matches()) {
                return Optional.of("--frames is FIRST..LAST, counted from 0, such as 0..99; it was '" + span + "'");
            }
            if (first(matcher) > last(matcher)) {
                return Optional.of("--frames " + span + " runs backwards: the first frame is named first ("
                        + last(matcher) + ".." + first(matcher) + ")");
            }
        }
        if (runsBackwards()) {
            return Optional.of("--from is later than --until");
        }
        return Optional.empty();
    }

    /** A moment by its seconds and one by its instant can be compared only with the log at hand. */
    private boolean runsBackwards() {
        if (from instanceof LogTime.Elapsed(var start) && until instanceof LogTime.Elapsed(var end)) {
            return start.compareTo(end) > 0;
        }
        return from instanceof LogTime.At(var start) && until instanceof LogTime.At(var end) && start.isAfter(end);
    }

    private static int first(Matcher span) {
        return Integer.parseInt(span.group(1));
    }

    private static int last(Matcher span) {
        return Integer.parseInt(span.group(2));
    }

    /**
     * At least one range.
     *
     * @throws CommandFailure
     *             when the log has no such frames
     */
    List<ExportRequest.Range> in(LogReader log) {
        LogIndex index = log.index();
        if (index.frames() == 0) {
            throw new CommandFailure(log.file() + " has no images, so there is nothing to show in a clip; "
                    + "'labreel info' lists what it holds");
        }
        List<ExportRequest.Range> ranges = new ArrayList<>();
        for (String span : frames) {
            Matcher matcher = SPAN.matcher(span);
            if (!matcher.matches() || last(matcher) >= index.frames()) {
                throw new CommandFailure("--frames " + span + " asks for more than " + log.file()
                        + " holds: its frames are 0 to " + (index.frames() - 1));
            }
            ranges.add(new ExportRequest.Range(log.file(), first(matcher), last(matcher)));
        }
        return ranges.isEmpty() ? List.of(byTime(log)) : ranges;
    }

    private ExportRequest.Range byTime(LogReader log) {
        LogIndex index = log.index();
        int first = from == null ? 0 : firstAtOrAfter(index, from);
        int last = until == null ? index.frames() - 1 : lastAtOrBefore(index, until);
        if (first > last) {
            throw new CommandFailure(String.format(Locale.ROOT,
                    "no frame of %s lies in that time: its frames are from 0 to %.3f s (%s to %s)", log.file(),
                    seconds(index), index.frameTime(0), index.frameTime(index.frames() - 1)));
        }
        return new ExportRequest.Range(log.file(), first, last);
    }

    private static double seconds(LogIndex index) {
        return Duration.between(index.timeZero(), index.frameTime(index.frames() - 1)).toNanos() / 1e9;
    }

    private static int firstAtOrAfter(LogIndex index, LogTime time) {
        var instant = time.in(index.timeZero());
        int frame = 0;
        while (frame < index.frames() && index.frameTime(frame).isBefore(instant)) {
            frame++;
        }
        return frame;
    }

    private static int lastAtOrBefore(LogIndex index, LogTime time) {
        var instant = time.in(index.timeZero());
        int frame = index.frames() - 1;
        while (frame >= 0 && index.frameTime(frame).isAfter(instant)) {
            frame--;
        }
        return frame;
    }
}
