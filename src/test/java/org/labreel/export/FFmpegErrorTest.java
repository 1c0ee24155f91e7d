package org.labreel.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FFmpegErrorTest {
    @Test
    void aFullDiskIsSaidInPlainWords() {
        assertThatThrownBy(() -> FFmpegError.check(-28, "Writing")).isInstanceOf(IOException.class)
                .hasMessageContaining("disk is full").hasMessageContaining("Nothing of the clip was kept");
    }

    @Test
    void whatIsNoErrorPasses() throws IOException {
        assertThat(FFmpegError.check(3, "Writing")).isEqualTo(3);
    }
}
