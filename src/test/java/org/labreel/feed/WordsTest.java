package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsOfTheOtherSideAreOneShortLineThatReadsInItsOwnDirection() {
        assertThat(Words.shown("  lens\r\n\tcap\u0000 on ")).isEqualTo("lens cap on");
        assertThat(Words.shown("saved as \u202Egpj.exe\u2069")).isEqualTo("saved as gpj.exe");
        assertThat(Words.shown("x".repeat(60_000))).isEqualTo("x".repeat(200) + "…");
        assertThat(Words.shown("x".repeat(199) + "\uD83D\uDE00")).isEqualTo("x".repeat(199) + "…");
        assertThat(Words.shown("Größe μm")).isEqualTo("Größe μm");
    }
}
