package org.labreel.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DeskBarTest {
    @Test
    void whatIsLeftOutOfAnAddressIsPutIn() {
        assertThat(DeskBar.endpoint("lab:8080")).contains(URI.create("http://lab:8080/v1/graphql"));
        assertThat(DeskBar.endpoint(" http://lab:8080/ ")).contains(URI.create("http://lab:8080/v1/graphql"));
        assertThat(DeskBar.endpoint("https://lab/graphql")).contains(URI.create("https://lab/graphql"));
    }

    @Test
    void whatIsNoAddressIsNone() {
        assertThat(DeskBar.endpoint("")).isEmpty();
        assertThat(DeskBar.endpoint("ws://lab:7001")).isEmpty();
        assertThat(DeskBar.endpoint("two words")).isEmpty();
    }
}
