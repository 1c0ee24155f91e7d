package org.labreel.feed.cpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CplAddressTest {
    @ParameterizedTest
    @CsvSource({"cpl://lab, cpl://lab:10000", "CPL://lab:9/, cpl://lab:9",
            "cpl://[::1]:7?quality=90&format=jpeg, cpl://[::1]:7",
            "cpl://lab?buffered=0&format=png, cpl://lab:10000?format=png&buffered=0",
            "cpl://lab?timeout=30&quality=75, cpl://lab:10000?quality=75&timeout=30"})
    void shortestTextNamesTheSame(String text, String shortest) {
        CplAddress address = CplAddress.parse(text);
        assertThat(address).hasToString(shortest);
        assertThat(CplAddress.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"cpl:// | expected cpl", "cpl://lab:0 | port", "cpl://lab:70000 | port",
            "cpl://lab/x | expected cpl", "cpl://lab?format=tiff | jpeg or png", "cpl://lab?quality=0 | between 1 and",
            "cpl://lab?quality=high | no whole number", "cpl://lab?speed=2 | are known", "cpl://a b | no address"})
    void whatIsNoAddressIsSaidInWords(String text, String why) {
        assertThatIllegalArgumentException().isThrownBy(() -> CplAddress.parse(text)).withMessageContaining(why);
    }

    @Test
    void othersAreLeftToOthers() {
        assertThat(CplAddress.isOne("ws://lab:7001")).isFalse();
        assertThat(CplAddress.isOne(" CPL://lab")).isTrue();
    }
}
