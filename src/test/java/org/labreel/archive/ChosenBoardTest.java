package org.labreel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.SmallDisk;
import org.labreel.model.Board;

class ChosenBoardTest {
    @TempDir
    private Path root;

    private Path remembered() {
        return root.resolve("settings").resolve("board.json");
    }

    private Path file(String name, int pin, int spaces) throws IOException {
        return Files.writeString(root.resolve(name),
                "{\"layout\": {\"grid\": [[" + pin + "]]}}" + " ".repeat(spaces));
    }

    @Test
    void chosenBoardIsThereOnTheNextStartAlsoWithoutItsFile() throws IOException {
        assertThat(new ChosenBoard(remembered()).get()).isEmpty();
        Path file = file("one.json", 7, 0);
        Board board = new ChosenBoard(remembered()).choose(file);
        Files.delete(file);
        assertThat(new ChosenBoard(remembered()).get()).hasValue(board);
        assertThat(board.electrodes()).singleElement().satisfies(each -> assertThat(each.pin()).isEqualTo(7));
    }

    @Test
    void fileThatIsNoBoardIsRefusedInWordsAndTheOneBeforeItStays() throws IOException {
        ChosenBoard boards = new ChosenBoard(remembered());
        Board first = boards.choose(file("one.json", 7, 0));
        Path none = Files.writeString(root.resolve("none.json"), "{\"layout\": 3}");
        assertThatIOException().isThrownBy(() -> boards.choose(none))
                .withMessageStartingWith("none.json is no board definition");
        assertThat(boards.get()).hasValue(first);
    }

    @Test
    void keptCopyIsReplacedAsAWholeAndNeverWrittenOver() throws IOException {
        ChosenBoard boards = new ChosenBoard(remembered());
        Board first = boards.choose(file("one.json", 7, 0));
        // A second name for the file that is kept now: it shows whether that very file is written into.
        Path before = Files.createLink(root.resolve("before.json"), remembered());
        Board second = boards.choose(file("two.json", 8, 0));
        assertThat(boards.get()).hasValue(second);
        assertThat(before).hasContent(first.definition());
        assertThat(remembered().getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void copyThatTheDiskHasNoRoomForLeavesTheOneBeforeIt() throws Exception {
        Path small = Files.createDirectory(root.resolve("small"));
        try (SmallDisk _ = SmallDisk.mount(small, 64)) {
            ChosenBoard boards = new ChosenBoard(small.resolve("board.json"));
            Board first = boards.choose(file("one.json", 7, 0));
            Path large = file("large.json", 8, 100_000);
            assertThatIOException().isThrownBy(() -> boards.choose(large));
            assertThat(boards.get()).hasValue(first);
            assertThat(small).isDirectoryNotContaining("glob:**.part");
        }
    }
}
