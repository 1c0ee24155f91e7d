package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {
    private static final Machine LINUX = Machine.of("Linux", Map.of());

    @Test
    void nothingIsSaidWhenAllLoad() {
        assertThat(new NativeLibraries(_ -> true).missing(true)).isEmpty();
    }

    @Test
    void missingPangoNamesThePackageToInstall() {
        var libraries = new NativeLibraries(name -> !name.startsWith("libpango"));
        assertThatThrownBy(() -> libraries.require(LINUX, false)).isInstanceOf(CommandFailure.class)
                .hasMessageContaining("apt-get install libpangoft2-1.0-0").hasMessageContaining("dnf install pango");
    }

    @Test
    void gtkIsAskedForOnlyForAWindow() {
        var libraries = new NativeLibraries(name -> !name.startsWith("libgtk"));
        assertThatCode(() -> libraries.require(LINUX, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> libraries.require(LINUX, true)).hasMessageContaining("libgtk-3-0");
    }

    @Test
    void otherSystemsBringTheirOwn() {
        var libraries = new NativeLibraries(_ -> false);
        assertThatCode(() -> libraries.require(Machine.of("Mac OS X", Map.of()), true)).doesNotThrowAnyException();
        assertThatCode(() -> libraries.require(Machine.of("Windows 11", Map.of()), true)).doesNotThrowAnyException();
    }

    @Test
    void aDisplayIsWhatTheEnvironmentNames() {
        assertThat(LINUX.display()).isFalse();
        assertThat(Machine.of("Linux", Map.of("DISPLAY", ":0")).display()).isTrue();
        assertThat(Machine.of("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", " ")).display()).isTrue();
        assertThat(Machine.of("Windows 11", Map.of()).display()).isTrue();
    }
}
