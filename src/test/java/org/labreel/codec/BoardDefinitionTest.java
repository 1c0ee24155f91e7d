package org.labreel.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

class BoardDefinitionTest {
    @Test
    void realBoardHasItsElectrodesWhereTheyAre() throws Exception {
        Board board = BoardDefinition.parse(resource());
        assertThat(board.electrodes()).hasSize(106);
        assertThat(new HashSet<>(board.electrodes().stream().map(Electrode::pin).toList())).hasSize(106);
        assertThat(board.electrodeAt(new Point(0.5, 0.5)).map(Electrode::pin)).contains(14);
        assertThat(board.electrodeAt(new Point(5.5, 12.5)).map(Electrode::pin)).contains(79);
        assertThat(board.electrodeAt(new Point(-3.5, 0.5)).map(Electrode::pin)).contains(12);
        assertThat(board.electrodeAt(new Point(12.9, 8.5)).map(Electrode::pin)).contains(75);
        assertThat(board.electrodeAt(new Point(0.5, 10.5))).isEmpty();
        assertThat(board.definition()).isEqualTo(resource());
    }

    @Test
    void gridOfAFileHasUnitPitchAndTemplatesAreMerged() {
        Board board = BoardDefinition.parse("""
                {"layout": {"grid": [[0, null], [-1, 3]],
                  "peripheral_templates": {"pad": {"electrodes": [
                    {"id": "A", "polygon": [[0,0],[2,0],[2,1],[0,1]], "origin": [1, 0]}]}},
                  "peripherals": [{"type": "pad", "origin": [10, 20], "rotation": 90,
                    "electrodes": [{"id": "A", "pin": 9}]}]}}""");
        assertThat(board.electrodes()).extracting(Electrode::pin).containsExactly(0, 3, 9);
        Electrode pad = board.electrodes().get(2);
        assertThat(pad.area()).isCloseTo(2, within(1e-9));
        assertThat(pad.centre().x()).isCloseTo(9.5, within(1e-9));
        assertThat(pad.centre().y()).isCloseTo(22, within(1e-9));
    }

    @Test
    void whatIsNoBoardIsRefusedInWords() {
        for (String text : new String[]{"", "null", "[]", "{}", "{\"layout\": 3}", "{\"layout\"",
                "[".repeat(100_000)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> BoardDefinition.parse(text))
                    .withMessageContaining("board definition");
        }
    }

    @Test
    void boardWithTooManyElectrodesIsRefused() {
        String row = "[" + "1,".repeat(999) + "1]";
        String grid = "[" + (row + ",").repeat(99) + row + "]";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoardDefinition.parse("{\"layout\": {\"grid\": " + grid + "}}"))
                .withMessageContaining("65536");
    }

    private static String resource() throws Exception {
        try (InputStream in = BoardDefinitionTest.class.getResourceAsStream("board-v4.1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void gridThatIsNoArrayHasNoElectrodes() {
        assertThat(BoardDefinition.parse("{\"layout\":{\"grids\":[{\"pins\":{\"a\":1}},3,null,{\"pins\":[7,\"x\"]}]}}")
                .electrodes()).isEmpty();
    }

    @Test
    @Timeout(10)
    void largeTemplateIsNotSearchedForEachElectrode() {
        String template = "{},".repeat(150_000) + "{\"id\":1,\"polygon\":[[0,0],[1,0],[1,1]]}";
        String electrodes = "{\"id\":1},".repeat(200_000) + "{\"id\":1,\"pin\":5}";
        Board board = BoardDefinition.parse("{\"layout\":{\"peripheral_templates\":{\"a\":{\"electrodes\":["
                + template + "]}},\"peripherals\":[{\"type\":\"a\",\"electrodes\":[" + electrodes + "]}]}}");
        assertThat(board.electrodes()).hasSize(1);
    }

    @Test
    void electrodeOfEndlessCornersIsRefused() {
        String corners = "[0,0],".repeat(2000) + "[1,1]";
        assertThatIllegalArgumentException().isThrownBy(() -> BoardDefinition.parse(
                "{\"layout\":{\"peripherals\":[{\"electrodes\":[{\"pin\":1,\"polygon\":[" + corners + "]}]}]}}"))
                .withMessageContaining("corners");
    }
}
