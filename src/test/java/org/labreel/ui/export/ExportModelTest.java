package org.labreel.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.labreel.export.Box;
import org.labreel.export.Crop;
import org.labreel.export.ExportRequest;
import org.labreel.export.Gaps;
import org.labreel.export.Overlay;
import org.labreel.export.Preset;
import org.labreel.model.Board;
import org.labreel.picture.PictureSize;
import org.labreel.ui.export.ExportSubject.Piece;
import org.labreel.ui.kit.BoardScales;
import org.labreel.ui.kit.MemoryPreferences;
import org.labreel.ui.kit.Preferences;

class ExportModelTest {
    @TempDir
    private Path folder = Path.of("");
    private final BriefMemory memory = new BriefMemory();
    private final MemoryPreferences preferences = new MemoryPreferences(Preferences.first(Path.of("recordings")));

    @Test
    void paperOfTenMegabytesBesideTheLogIsOfferedAtFirst() {
        ExportModel model = offered();
        assertThat(model.problemsProperty().get()).isEmpty();
        ExportRequest request = one(model);
        assertThat(request.target()).isEqualTo(folder.resolve("run-frames-10-52.mp4").toAbsolutePath());
        assertThat(request.settings().preset()).isEqualTo(Preset.PAPER);
        assertThat(request.settings().boundBytes()).isEqualTo(10_000_000);
        assertThat(request.sidecar()).isPresent();
        assertThat(request.csv()).isEmpty();
    }

    @Test
    void problemsAreToldByFieldInWords() {
        ExportModel model = offered();
        model.timing.speed.set("fast");
        model.overlays.scale.set(true);
        model.overlays.captioned.set(true);
        model.overlays.letters.set("5000");
        model.output.paperMegabytes.set("none");
        model.output.target.set("/no/such/folder/a.mp4");
        assertThat(model.problemsProperty().get()).containsOnlyKeys(Field.TARGET, Field.MAX_SIZE, Field.SPEED,
                Field.SCALE, Field.CAPTION, Field.LETTERS);
        assertThat(model.lookProperty().get().orElseThrow().settings().timing().speed())
                .as("the preview goes on with what is right").isEqualTo(1);
        model.output.target.set(" ");
        assertThat(model.problemsProperty().get()).containsEntry(Field.TARGET, "Say where the clip goes.");
        model.output.target.set(folder.resolve("a.avi").toString());
        assertThat(model.problemsProperty().get().get(Field.TARGET)).contains(".mp4");
    }

    @Test
    void threeRangesBecomeOneClipOrOneEach() throws IOException {
        Files.createFile(folder.resolve("all-2-merge.mp4"));
        ExportModel model = offered();
        model.ranges.entries().forEach(entry -> entry.chosen().set(true));
        assertThat(one(model).ranges()).hasSize(3);
        assertThat(one(model).target().getFileName()).hasToString("run-3-ranges.mp4");
        model.ranges.joined.set(false);
        model.output.target.set(folder.resolve("all.mp4").toString());
        assertThat(model.requests(_ -> false)).extracting(request -> request.target().getFileName().toString())
                .containsExactly("all-1.mp4", "all-2-merge-2.mp4", "all-3-split-off.mp4");
        assertThat(model.requests(_ -> false)).allSatisfy(request -> assertThat(request.ranges()).hasSize(1));
    }

    @Test
    void nothingIsOverwrittenNeitherWhatIsThereNorWhatIsPromisedNorATableBesideIt() throws IOException {
        Files.createFile(folder.resolve("clip.mp4"));
        Files.createFile(folder.resolve("clip-2.csv"));
        ExportModel model = offered();
        model.output.csv.set(true);
        model.output.target.set(folder.resolve("clip.mp4").toString());
        assertThat(model.otherName(_ -> false)).contains(folder.resolve("clip-3.mp4").toAbsolutePath());
        Path promised = folder.resolve("clip-3.mp4").toAbsolutePath();
        ExportRequest request = model.requests(promised::equals).getFirst();
        assertThat(request.target().getFileName()).hasToString("clip-4.mp4");
        assertThat(request.csv().orElseThrow().getFileName()).hasToString("clip-4.csv");
    }

    @Test
    void choicesAreKeptButNotTheCropAndTheCaptionAndResetForgetsThem() {
        ExportModel model = offered();
        model.timing.speed.set("10×");
        model.overlays.time.set(true);
        model.overlays.scale.set(true);
        model.overlays.millimetres.set("2.5");
        model.overlays.captioned.set(true);
        model.overlays.caption.set("Two droplets");
        model.framing.crop.set(Optional.of(new Crop(10, 10, 100, 100)));
        model.timing.gaps.set(Gaps.Policy.MARK);
        model.remember();
        ExportModel next = offered();
        ExportRequest request = one(next);
        assertThat(request.settings().timing().speed()).isEqualTo(10);
        assertThat(request.settings().timing().gaps().policy()).isEqualTo(Gaps.Policy.MARK);
        assertThat(request.settings().overlays().shown()).containsExactlyInAnyOrder(Overlay.TIME, Overlay.SCALE);
        assertThat(request.settings().overlays().millimetresPerUnit()).as("of this board").isEqualTo(2.5);
        assertThat(request.settings().framing().crop()).isEmpty();
        next.reset();
        assertThat(next.kept.untouched()).isTrue();
        assertThat(one(next).settings().timing().speed()).isEqualTo(1);
    }

    @Test
    void losslessTakesNothingThatItCannotKeep() {
        ExportModel model = offered();
        model.overlays.time.set(true);
        model.framing.crop.set(Optional.of(new Crop(0, 0, 50, 50)));
        model.output.preset.set(Preset.LOSSLESS);
        assertThat(model.problemsProperty().get()).isEmpty();
        assertThat(one(model).settings().overlays().shown()).isEmpty();
        assertThat(one(model).settings().framing().crop()).isEmpty();
        model.timing.gaps.set(Gaps.Policy.MARK);
        assertThat(model.problemsProperty().get()).containsKey(Field.GAPS);
        model.output.preset.set(Preset.STILLS);
        assertThat(model.output.target.get()).endsWith("run-frames-10-52");
        assertThat(model.problemsProperty().get()).isEmpty();
    }

    @Test
    void sizeLimitsNeverEnlargeAndPercentIsOfWhatIsShown() {
        ExportModel model = offered();
        model.setFrameSize(new PictureSize(1280, 960));
        model.framing.limit.set(SizeLimit.HD1080);
        assertThat(one(model).settings().framing().fit()).isEmpty();
        model.framing.limit.set(SizeLimit.VGA);
        assertThat(one(model).settings().framing().fit()).contains(new Box(640, 480));
        model.framing.crop.set(Optional.of(new Crop(0, 0, 400, 200)));
        assertThat(one(model).settings().framing().fit()).isEmpty();
        model.framing.limit.set(SizeLimit.PERCENT);
        assertThat(one(model).settings().framing().fit()).contains(new Box(200, 100));
        model.framing.crop.set(Optional.of(new Crop(1000, 0, 400, 200)));
        assertThat(model.problemsProperty().get()).containsKey(Field.CROP);
    }

    @Test
    void segmentsOfTheSessionAreJoinedInTheirOrderAndTheChoicesStay() {
        ExportModel model = new ExportModel(memory, new BoardScales(preferences), ZoneId.of("UTC"));
        Path second = folder.resolve("segment-002.bin");
        model.offer(new ExportSubject(second, List.of(piece(second, "In to Out", true), piece(second, "merge", false)),
                Optional.empty(), List.of()));
        model.ranges.entries().getLast().chosen().set(true);
        model.add(new ExportSubject.More(List.of(piece(folder.resolve("segment-001.bin"), "whole", true),
                piece(folder.resolve("segment-003.bin"), "whole", true), piece(second, "In to Out", true)), List.of()));
        assertThat(one(model).ranges()).extracting(range -> range.log().getFileName().toString())
                .containsExactly("segment-001.bin", "segment-002.bin", "segment-002.bin", "segment-003.bin");
        assertThat(one(model).target()).hasFileName("segment-002-4-ranges.mp4");
        model.ranges.entries().subList(1, 4).forEach(entry -> entry.chosen().set(false));
        assertThat(one(model).target()).as("named after what is in it").hasFileName("segment-001-frames-10-52.mp4");
    }

    private static Piece piece(Path log, String title, boolean chosen) {
        int first = title.equals("merge") ? 60 : 10;
        return new Piece(title, false, new ExportRequest.Range(log, first, first + 42), Duration.ofSeconds(2), chosen);
    }

    @Test
    void threadsAreChosenOrLeftToTheComputer() {
        ExportModel model = offered();
        assertThat(one(model).settings().threads()).isZero();
        model.output.threads.set("3");
        assertThat(one(model).settings().threads()).isEqualTo(3);
        model.output.threads.set("2.5");
        assertThat(model.problemsProperty().get()).containsKey(Field.ENCODER);
    }

    private ExportModel offered() {
        ExportModel model = new ExportModel(memory, new BoardScales(preferences), ZoneId.of("UTC"));
        Path log = folder.resolve("run.bin");
        model.offer(new ExportSubject(log,
                List.of(new Piece("In to Out", false, new ExportRequest.Range(log, 10, 52), Duration.ofSeconds(2),
                        true),
                        new Piece("merge", true, new ExportRequest.Range(log, 60, 70), Duration.ofSeconds(1), false),
                        new Piece("split / off", true, new ExportRequest.Range(log, 80, 90), Duration.ofSeconds(1),
                                false)),
                Optional.of(new Board(List.of(), "{}")), List.of()));
        return model;
    }

    private static ExportRequest one(ExportModel model) {
        List<ExportRequest> requests = model.requests(_ -> false);
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }
}
