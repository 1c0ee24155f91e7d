package org.labreel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.labreel.ui.kit.Notice;

class LeftClipsTest {
    private final List<Notice> told = new ArrayList<>();

    @Test
    void whatWasClearedAwayIsNamedOnceAndNothingIsSaidOfNothing() {
        LeftClips.say(List.of(), told::add);
        assertThat(told).isEmpty();
        Path clip = Path.of("runs", "clip.mp4.part");
        Path sidecar = Path.of("runs", "clip.mp4.json.part");
        LeftClips.say(List.of(clip, sidecar), told::add);
        assertThat(told).singleElement().extracting(Notice::text).asString().contains(clip.toString(),
                sidecar.toString(), "log is unchanged");
    }
}
