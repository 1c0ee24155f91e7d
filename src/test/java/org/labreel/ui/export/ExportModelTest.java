package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.ExportReport;
import org.labreel.export.ExportRequest;
import org.labreel.export.EncoderKind;
import org.labreel.export.Overlay;
import org.labreel.export.Preset;
import org.labreel.ui.export.ExportChoices.Field;
import org.labreel.ui.kit.Background;

class ExportModelTest {
    @TempDir
    private Path folder;

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<ExportRequest> made = new ArrayList<>();

    @Test
    void readyChoicesHaveNoProblems() {
        assertThat(choices(Preset.PAPER, 1, Set.of(), "").problems(subject())).isEmpty();
    }

    @Test
    void problemsAreToldByFieldInWords() {
        assertThat(choices(Preset.FULL, Double.NaN, Set.of(Overlay.CAPTION, Overlay.ELECTRODES, Overlay.SCALE), " ")
                .problems(subject())).containsOnlyKeys(Field.SPEED, Field.OVERLAYS, Field.CAPTION, Field.SCALE);
        assertThat(target("").problems(subject())).containsEntry(Field.TARGET, "Say where the clip goes.");
        assertThat(target("/no/such/folder/a.mp4").problems(subject())).containsEntry(Field.TARGET,
                "This folder does not exist.");
        assertThat(target(folder.resolve("a.avi").toString()).problems(subject())).containsKey(Field.TARGET);
    }

    @Test
    void losslessBurnsNothingInAndStillsHaveNoSpeed() {
        ExportChoices lossless = choices(Preset.LOSSLESS, 1, Set.of(Overlay.TIME), "");
        assertThat(lossless.problems(subject())).isEmpty();
        assertThat(lossless.request(subject()).settings().overlays().shown()).isEmpty();
        ExportChoices stills = choices(Preset.STILLS, Double.NaN, Set.of(), "");
        assertThat(stills.problems(subject())).isEmpty();
        assertThat(stills.request(subject()).settings().timing().speed()).isEqualTo(1);
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        Files.createFile(folder.resolve("clip.mp4"));
        assertThat(choices(Preset.PAPER, 1, Set.of(), "").request(subject()).target())
                .isEqualTo(folder.resolve("clip-2.mp4"));
    }

    @Test
    void suggestionStandsBesideTheLogAndNamesTheRange() {
        assertThat(subject().suggestion(Preset.PAPER)).isEqualTo(folder.resolve("run-frames-10-52.mp4"));
        assertThat(subject().suggestion(Preset.STILLS)).isEqualTo(folder.resolve("run-frames-10-52"));
        assertThat(subject().summary()).isEqualTo("Frames 10 to 52, both included · 43 frames · 2.00 s");
        assertThat(subject().warning()).isEmpty();
        assertThat(
                new ExportSubject(subject().range(), Optional.empty(), Duration.ofSeconds(4)).warning().orElseThrow())
                .contains("10.5 frames per second");
    }

    @Test
    void finishedClipIsReported() {
        ExportModel model = model((request, progress, _) -> {
            progress.done(1, 2);
            return new ExportReport(request.target(), 1000, 43, 0, 0, 0, Duration.ofSeconds(2), "FFmpeg", List.of());
        });
        model.start(choices(Preset.PAPER, 1, Set.of(), "").request(subject()));
        assertThat(model.running()).isTrue();
        drain();
        assertThat(model.phaseProperty().get()).isInstanceOf(ExportModel.Done.class);
        assertThat(made).hasSize(1);
    }

    @Test
    void cancelledClipGoesBackToTheChoices() {
        ExportModel model = model((_, _, cancelled) -> {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            throw new IOException("was not cancelled");
        });
        model.start(choices(Preset.PAPER, 1, Set.of(), "").request(subject()));
        model.cancel();
        drain();
        assertThat(model.phaseProperty().get()).isInstanceOf(ExportModel.Editing.class);
    }

    @Test
    void failureKeepsItsWords() {
        ExportModel model = model((_, _, _) -> {
            throw new IOException("The disk is full.");
        });
        model.start(choices(Preset.PAPER, 1, Set.of(), "").request(subject()));
        drain();
        assertThat(model.phaseProperty().get()).isInstanceOfSatisfying(ExportModel.Failed.class,
                failed -> assertThat(failed.text()).isEqualTo("The disk is full."));
        model.edit();
        assertThat(model.phaseProperty().get()).isInstanceOf(ExportModel.Editing.class);
    }

    private void drain() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private ExportModel model(ExportModel.Maker maker) {
        return new ExportModel(new Background(work::add, Runnable::run, InstantSource.system()),
                (request, progress, cancelled) -> {
                    made.add(request);
                    return maker.run(request, progress, cancelled);
                });
    }

    private ExportSubject subject() {
        return new ExportSubject(new ExportRequest.Range(folder.resolve("run.bin"), 10, 52), Optional.empty(),
                Duration.ofSeconds(2));
    }

    private ExportChoices choices(Preset preset, double speed, Set<Overlay> overlays, String caption) {
        return new ExportChoices(folder.resolve("clip.mp4").toString(), preset, EncoderKind.FFMPEG, speed, overlays,
                caption, Double.NaN);
    }

    private static ExportChoices target(String target) {
        return new ExportChoices(target, Preset.PAPER, EncoderKind.FFMPEG, 1, Set.of(), "", Double.NaN);
    }
}
