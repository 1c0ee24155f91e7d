package org.labreel.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.labreel.log.Damage;
import org.labreel.log.LogIndex;
import org.labreel.log.LogSummary;
import org.labreel.model.Loss;
import org.labreel.model.Segment;

/** What {@code labreel info} prints for people. */
final class SummaryText {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx",
            Locale.ROOT);
    private static final int SHOWN = 20;

    private SummaryText() {
    }

    static String of(Path file, LogSummary summary, Optional<Accounts> accounts) {
        StringJoiner out = new StringJoiner("\n");
        out.add(file + ": " + summary.records() + " records, " + Terminal.bytes(summary.bytes()) + ", "
                + seconds(summary.duration()));
        summary.counts().forEach((kind, count) -> out.add(String.format(Locale.ROOT, "  %-20s %9d",
                kind.protoName(), count)));
        if (summary.frames() == 0) {
            out.add("no images, so there is nothing to play or to export");
        }
        summary.firstImage().ifPresent(first -> out.add("first image  " + wall(first)));
        summary.lastImage().ifPresent(last -> out.add("last image   " + wall(last)));
        summary.sizes().forEach((size, count) -> out
                .add("size         " + size.width() + "x" + size.height() + "  (" + count + " frames)"));
        if (summary.unsizedFrames() > 0) {
            out.add(summary.unsizedFrames() + " frames are so damaged that their size cannot be read");
        }
        gaps(summary, out);
        damage(summary, out);
        accounts.ifPresentOrElse(known -> accounts(known, out),
                () -> out.add("losses not known: no session.json beside the log tells of them"));
        return out.toString();
    }

    private static void gaps(LogSummary summary, StringJoiner out) {
        out.add(summary.gaps().isEmpty() ? "no gaps" : "gaps: " + summary.gaps().size());
        Instant zero = summary.firstImage().orElse(Instant.EPOCH);
        for (LogIndex.Gap gap : summary.gaps().stream().limit(SHOWN).toList()) {
            out.add("  after frame " + gap.afterFrame() + ", " + seconds(Duration.between(zero, gap.start())) + ": "
                    + seconds(Duration.between(gap.start(), gap.end())) + " without an image");
        }
    }

    private static void damage(LogSummary summary, StringJoiner out) {
        out.add(summary.damage().isEmpty()
                ? "no damage in the records (labreel doctor also looks into the pictures)"
                : "damage: " + summary.damage().size());
        for (Damage damage : summary.damage().stream().limit(SHOWN).toList()) {
            out.add("  at byte " + damage.offset() + ": " + damage.text());
        }
        if (summary.damage().size() > SHOWN) {
            out.add("  and " + (summary.damage().size() - SHOWN) + " more");
        }
    }

    private static void accounts(Accounts accounts, StringJoiner out) {
        Segment segment = accounts.segment();
        out.add("received     " + segment.received() + " = " + segment.written() + " written + " + segment.repeated()
                + " repeated + " + segment.lost() + " lost" + (segment.end().isPresent() ? "" : ", as last saved"));
        out.add("in front     " + segment.headRecords() + " of head state; of the written, "
                + segment.preRollRecords() + " from before the press");
        out.add(accounts.losses().isEmpty() ? "no losses" : "losses: " + accounts.losses().size());
        for (Loss loss : accounts.losses()) {
            out.add("  " + wall(loss.start()) + ", " + seconds(Duration.between(loss.start(), loss.end())) + ", "
                    + lossCount(loss) + ": "
                    + loss.cause().words() + ", " + loss.detail());
        }
    }

    private static String lossCount(Loss loss) {
        return loss.count() == 0 ? "count not known" : loss.count() + (loss.count() == 1 ? " message" : " messages");
    }

    private static String wall(Instant instant) {
        return WALL.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f s", duration.toNanos() / 1e9);
    }
}
