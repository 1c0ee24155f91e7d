package org.labreel.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalBufferTest {
    private final SignalBuffer buffer = new SignalBuffer(8);
    private final float[] least = new float[4];
    private final float[] most = new float[4];

    @Test
    void aPeakSurvivesDecimation() {
        float[] values = {1, 1, 9, 1, 1, -5, 1, 1};
        for (int i = 0; i < values.length; i++) {
            buffer.append(i, values[i]);
        }
        buffer.columns(0, 8, least, most);
        assertThat(most).containsExactly(1, 9, 1, 1);
        assertThat(least).containsExactly(1, 1, -5, 1);
    }

    @Test
    void theOldestGiveWay() {
        for (int i = 0; i < 20; i++) {
            buffer.append(i, i);
        }
        assertThat(buffer.size()).isEqualTo(8);
        assertThat(buffer.newest()).isEqualTo(19);
        buffer.columns(0, 20, least, most);
        assertThat(least[0]).isNaN();
        assertThat(least[2]).isEqualTo(12);
        assertThat(most[3]).isEqualTo(19);
    }

    @Test
    void samplesOutsideOfTheWindowAreLeftOut() {
        buffer.append(0, 100);
        buffer.append(10, 1);
        buffer.append(20, 200);
        buffer.columns(8, 12, least, most);
        assertThat(most).containsExactly(Float.NaN, Float.NaN, 1, Float.NaN);
    }

    @Test
    void emptyTellsNothing() {
        assertThat(buffer.newest()).isNaN();
        buffer.columns(0, 1, least, most);
        assertThat(least).containsOnly(Float.NaN);
    }

    @Test
    void aSilenceIsMarkedWhereTheSignalResumes() {
        for (double second : new double[]{0, 0.5, 1, 1.5, 8, 8.5, 9, 9.5}) {
            buffer.append(second, 1);
        }
        boolean[] resumes = new boolean[5];
        buffer.resumptions(0, 10, resumes);
        assertThat(resumes).containsExactly(false, false, false, false, true);
    }

    @Test
    void aSlowSignalIsNotTornApart() {
        for (double second : new double[]{0, 4, 8, 12, 26, 30, 60, 64}) {
            buffer.append(second, 1);
        }
        boolean[] resumes = new boolean[7];
        buffer.resumptions(0, 70, resumes);
        assertThat(resumes).containsExactly(false, false, false, false, false, false, true);
    }
}
