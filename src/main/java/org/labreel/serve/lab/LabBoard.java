package org.labreel.serve.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labreel.codec.BoardDefinition;
import org.labreel.model.Board;
import org.labreel.model.Electrode;
import org.labreel.model.Point;

/** The board of the simulated device: a main grid, a fine grid and eight reservoirs; 120 of 128 pins in use. */
public final class LabBoard {
    public static final int PINS = 128;
    /** The main grid covers (0, 0) to (COLUMNS, ROWS) in board units. */
    static final int COLUMNS = 12;
    static final int ROWS = 7;

    private final Board board;
    private final Map<Integer, Electrode> byPin;

    private LabBoard(Board board) {
        this.board = board;
        this.byPin = board.electrodes().stream().collect(Collectors.toMap(Electrode::pin, Function.identity()));
    }

    /** Reads the definition that comes with the program. */
    public static LabBoard load() {
        try (InputStream in = LabBoard.class.getResourceAsStream("board.json")) {
            if (in == null) {
                throw new IllegalStateException("board.json is missing from the program");
            }
            return new LabBoard(BoardDefinition.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Board board() {
        return board;
    }

    /** The JSON text, as get_board_definition answers. */
    public String definition() {
        return board.definition();
    }

    Optional<Electrode> electrode(int pin) {
        return Optional.ofNullable(byPin.get(pin));
    }

    List<Electrode> electrodes() {
        return board.electrodes();
    }

    /** The pin under the middle of a cell of the main grid; cells beyond it are those of the reservoirs. */
    int pinOfCell(int column, int row) {
        return board.electrodeAt(new Point(column + 0.5, row + 0.5)).map(Electrode::pin)
                .orElseThrow(() -> new IllegalArgumentException("no electrode at column " + column + ", row " + row));
    }
}
