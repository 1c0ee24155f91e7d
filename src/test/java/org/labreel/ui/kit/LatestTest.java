package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestTest {
    @Test
    void newestWins() {
        Latest<String> slot = new Latest<>();
        assertThat(slot.set("old")).isEmpty();
        assertThat(slot.set("new")).contains("old");
        assertThat(slot.take()).contains("new");
    }

    @Test
    void takenIsGone() {
        Latest<String> slot = new Latest<>();
        slot.set("one");
        slot.take();
        assertThat(slot.take()).isEmpty();
    }
}
