package org.labreel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceAddressTest {
    @ParameterizedTest
    @CsvSource({"lab, ws://lab:7001, http://lab:7000/rpc", "ws://lab, ws://lab:7001, http://lab:7000/rpc",
            "' 10.0.0.7:8001 ', ws://10.0.0.7:8001, http://10.0.0.7:8000/rpc",
            "WS://lab:7001/, ws://lab:7001, http://lab:7000/rpc",
            "ws://lab:7001/feed, ws://lab:7001/feed, http://lab:7000/rpc",
            "ws://lab:9000?rpc=80, ws://lab:9000, http://lab:80/rpc",
            "ws://[::1]:7001, ws://[::1]:7001, http://[::1]:7000/rpc"})
    void addressesAreReadAsOperatorsWriteThem(String text, String feed, String rpc) {
        SourceAddress address = SourceAddress.parse(text);
        assertThat(address.feed()).hasToString(feed);
        assertThat(address.rpc()).hasToString(rpc);
    }

    @Test
    void tokenIsReadAndShownNowhere() {
        SourceAddress address = SourceAddress.parse("ws://lab:7101/?token=open%20sesame&rpc=80");
        assertThat(address.token()).hasValue(new SourceToken("open sesame"));
        assertThat(address.feed()).hasToString("ws://lab:7101");
        assertThat(address.rpc()).hasToString("http://lab:80/rpc");
        assertThat(address.toString()).doesNotContain("sesame");
        assertThatIllegalArgumentException().isThrownBy(() -> SourceAddress.parse("ws://lab?token=sesame&x=1"))
                .withMessageContaining("token=…").withMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ws://", "http://lab:7001", "wss://lab", "ws://lab:0", "ws://lab:70000", "lab:x",
            "ws://lab?x=1", "ws://lab?rpc=x", "ws://lab?rpc=0", "two words", "ws://:7001", "://"})
    void whatIsNoAddressIsRefusedInWords(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceAddress.parse(text))
                .withMessageStartingWith("\"" + text + "\" is no address");
    }
}
