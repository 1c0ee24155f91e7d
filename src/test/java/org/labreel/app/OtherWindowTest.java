package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.ui.kit.Notice;

class OtherWindowTest {
    @TempDir
    private Path folder;

    private final List<Notice> told = new ArrayList<>();

    @Test
    void secondWindowIsToldHowTheTwoGoTogetherAndTheFirstIsNot() throws Exception {
        Path recordings = Path.of("recordings");
        AutoCloseable first = OtherWindow.tell(folder, recordings, told::add);
        assertThat(told).isEmpty();
        try (AutoCloseable _ = OtherWindow.tell(folder, recordings, told::add)) {
            assertThat(told).extracting(Notice::title).containsExactly(OtherWindow.TITLE);
            assertThat(told.getFirst().text()).contains("recordings").contains("neither rename nor delete");
        }
        first.close();
        told.clear();
        try (AutoCloseable _ = OtherWindow.tell(folder, recordings, told::add)) {
            assertThat(told).as("after the first was closed").isEmpty();
        }
    }

    @Test
    void folderThatCannotBeMadeKeepsNoWindowFromOpening() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (AutoCloseable _ = OtherWindow.tell(file.resolve("labreel"), folder, told::add)) {
            assertThat(told).isEmpty();
        }
    }
}
