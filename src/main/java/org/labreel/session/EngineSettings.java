package org.labreel.session;

import java.time.Duration;
import org.labreel.record.RecorderSettings;

/**
 * How sessions are run.
 *
 * @param recorder
 *            for each camera
 * @param missedStart
 *            what to do about a start that nobody was there for
 * @param grace
 *            a start so shortly ago has just passed and was not missed
 * @param clockStep
 *            a wall clock that departs from the monotonic one by more than this was set
 * @param ahead
 *            so long before a scheduled start its cameras are connected and the pre-roll is held
 */
public record EngineSettings(RecorderSettings recorder, Due.MissedStart missedStart, Duration grace,
        Duration clockStep, Duration ahead) {
    public static final EngineSettings DEFAULT = new EngineSettings(RecorderSettings.DEFAULT,
            Due.MissedStart.START_LATE, Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofSeconds(30));

    public EngineSettings withMissedStart(Due.MissedStart next) {
        return new EngineSettings(recorder, next, grace, clockStep, ahead);
    }
}
