package org.labreel.session;

import java.util.List;
import org.labreel.model.Session.State;

/** The table of states: what each change asks for, in order. */
public final class Transitions {
    private Transitions() {
    }

    /**
     * The steps from one state to another; none when it is there already.
     *
     * @throws Refusal
     *             when the change makes no sense, in the operator's words
     */
    public static List<Step> steps(State from, State to) {
        return switch (from) {
            case STOPPED -> fromStopped(to);
            case SCHEDULED -> fromScheduled(to);
            case STANDBY -> fromStandby(to);
            case STARTED -> fromStarted(to);
        };
    }

    private static List<Step> fromStopped(State to) {
        return switch (to) {
            case STOPPED -> List.of();
            case SCHEDULED -> List.of(Step.PLAN);
            case STANDBY -> List.of(Step.ARM);
            case STARTED -> List.of(Step.ARM, Step.BEGIN);
        };
    }

    private static List<Step> fromScheduled(State to) {
        return switch (to) {
            case STOPPED, SCHEDULED -> List.of();
            case STANDBY -> List.of(Step.ARM);
            case STARTED -> List.of(Step.ARM, Step.BEGIN);
        };
    }

    private static List<Step> fromStandby(State to) {
        return switch (to) {
            case STOPPED -> List.of(Step.DISARM);
            case SCHEDULED -> List.of(Step.PLAN, Step.DISARM);
            case STANDBY -> List.of();
            case STARTED -> List.of(Step.BEGIN);
        };
    }

    private static List<Step> fromStarted(State to) {
        return switch (to) {
            case STOPPED -> List.of(Step.END, Step.DISARM);
            case SCHEDULED -> throw new Refusal(Refusal.Kind.NOT_NOW,
                    "The session is being recorded. Stop it first; then it can be scheduled.");
            case STANDBY -> List.of(Step.END);
            case STARTED -> List.of();
        };
    }
}
