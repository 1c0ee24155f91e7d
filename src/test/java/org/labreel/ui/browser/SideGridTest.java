package org.labreel.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SideGridTest {
    @Test
    void fourCamerasStandInASquareSoThatTheirHeadsCanBeRead() {
        // The browser in a window of 1280x800, with and without a note above the frames.
        assertThat(SideGrid.columns(4, 665, 352)).isEqualTo(2);
        assertThat(SideGrid.columns(4, 665, 400)).isEqualTo(2);
    }

    @Test
    void whereHeadsHaveRoomThePicturesAreAsLargeAsTheyCanBe() {
        assertThat(SideGrid.columns(2, 1200, 400)).isEqualTo(2);
        assertThat(SideGrid.columns(2, 400, 900)).isEqualTo(1);
        assertThat(SideGrid.columns(4, 2000, 300)).isEqualTo(4);
    }
}
