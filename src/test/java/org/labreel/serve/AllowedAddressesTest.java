package org.labreel.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {
    @Test
    void onlyThisComputerIsServedOnLoopback() {
        assertThat(AllowedAddresses.THIS_COMPUTER.bind()).isEqualTo("127.0.0.1");
        assertThat(AllowedAddresses.of(List.of("127.0.0.1")).bind()).isEqualTo("127.0.0.1");
        assertThat(AllowedAddresses.of(List.of("192.168.1.20")).bind()).isEqualTo("0.0.0.0");
        assertThat(AllowedAddresses.THIS_COMPUTER.admits(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(AllowedAddresses.THIS_COMPUTER.admits(InetAddress.ofLiteral("192.168.1.20"))).isFalse();
    }

    @Test
    void listedAddressesAndBlocksAreLetIn() {
        AllowedAddresses allowed = AllowedAddresses.of(List.of("192.168.1.20", "10.1.0.0/20", "fd00::/8"));
        for (String each : List.of("192.168.1.20", "10.1.15.255", "fd12::1", "::1", "::ffff:192.168.1.20")) {
            assertThat(allowed.admits(InetAddress.ofLiteral(each))).as(each).isTrue();
        }
        for (String each : List.of("192.168.1.21", "10.1.16.0", "fe80::1", "0.0.0.0")) {
            assertThat(allowed.admits(InetAddress.ofLiteral(each))).as(each).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bench", "192.168.1", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", "*"})
    void whatIsNoAddressIsRefusedInWords(String text) {
        assertThatThrownBy(() -> AllowedAddresses.of(List.of(text))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.168.1.0/24");
    }
}
