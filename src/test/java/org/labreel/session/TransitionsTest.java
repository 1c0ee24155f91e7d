package org.labreel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.labreel.model.Session.State;

/** The table of states, spelled out once more. */
class TransitionsTest {
    private static final String REFUSED = "refused";
    private static final Map<String, String> TABLE = Map.ofEntries(Map.entry("STOPPED STOPPED", ""),
            Map.entry("STOPPED SCHEDULED", "PLAN"), Map.entry("STOPPED STANDBY", "ARM"),
            Map.entry("STOPPED STARTED", "ARM BEGIN"), Map.entry("SCHEDULED STOPPED", ""),
            Map.entry("SCHEDULED SCHEDULED", ""), Map.entry("SCHEDULED STANDBY", "ARM"),
            Map.entry("SCHEDULED STARTED", "ARM BEGIN"), Map.entry("STANDBY STOPPED", "DISARM"),
            Map.entry("STANDBY SCHEDULED", "PLAN DISARM"), Map.entry("STANDBY STANDBY", ""),
            Map.entry("STANDBY STARTED", "BEGIN"), Map.entry("STARTED STOPPED", "END DISARM"),
            Map.entry("STARTED SCHEDULED", REFUSED), Map.entry("STARTED STANDBY", "END"),
            Map.entry("STARTED STARTED", ""));

    @Test
    void everyChangeTakesTheStepsOfTheTable() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                String expected = TABLE.get(from + " " + to);
                if (REFUSED.equals(expected)) {
                    assertThatThrownBy(() -> Transitions.steps(from, to)).isInstanceOf(Refusal.class)
                            .hasMessageContaining("Stop it first");
                } else {
                    List<String> steps = Transitions.steps(from, to).stream().map(Step::name).toList();
                    assertThat(String.join(" ", steps)).as("%s to %s", from, to).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void whateverIsBegunWasArmedAndWhateverIsLetGoWasEnded() {
        for (State from : State.values()) {
            for (State to : State.values()) {
                if (from == State.STARTED && to == State.SCHEDULED) {
                    continue;
                }
                List<Step> steps = Transitions.steps(from, to);
                boolean armed = from == State.STANDBY || from == State.STARTED;
                boolean begun = from == State.STARTED;
                for (Step step : steps) {
                    switch (step) {
                        case PLAN -> assertThat(begun).isFalse();
                        case ARM -> {
                            assertThat(armed).isFalse();
                            armed = true;
                        }
                        case BEGIN -> {
                            assertThat(armed && !begun).isTrue();
                            begun = true;
                        }
                        case END -> {
                            assertThat(begun).isTrue();
                            begun = false;
                        }
                        case DISARM -> {
                            assertThat(armed && !begun).isTrue();
                            armed = false;
                        }
                    }
                }
                assertThat(armed).isEqualTo(to == State.STANDBY || to == State.STARTED);
                assertThat(begun).isEqualTo(to == State.STARTED);
            }
        }
    }
}
