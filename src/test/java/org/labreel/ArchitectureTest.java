package org.labreel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the floors of the house: who may know whom, and which libraries stay behind which door. */
class ArchitectureTest {
    private static final String ROOT = "org.labreel.";

    /** A package stands above all that it imports; two packages of one floor do not know each other. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(Map.entry("wire", 0), Map.entry("model", 1),
            Map.entry("codec", 2), Map.entry("picture", 2), Map.entry("log", 3), Map.entry("archive", 4),
            Map.entry("query", 4), Map.entry("feed", 4), Map.entry("export", 4), Map.entry("record", 5),
            Map.entry("session", 6), Map.entry("serve", 7), Map.entry("ui.kit", 7), Map.entry("ui.timeline", 8),
            Map.entry("ui.view", 8), Map.entry("ui.live", 9), Map.entry("ui.browser", 9), Map.entry("ui.session", 9),
            Map.entry("ui.export", 9), Map.entry("ui.settings", 9), Map.entry("ui.source", 9),
            Map.entry("app", 10));

    private static final JavaClasses LABREEL = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes")).importPackages("org.labreel");

    @Test
    void everyClassStandsOnAFloor() {
        for (JavaClass each : LABREEL) {
            assertThat(floorOf(each)).as(each.getName()).isPresent();
        }
        assertThat(LABREEL.size()).isGreaterThan(50);
    }

    @Test
    void importsGoDownOnly() {
        classes().should(onlyLookDown()).check(LABREEL);
    }

    @Test
    void noCyclesBetweenClasses() {
        // Nested classes belong to the file they stand in; the wire is generated and refers to itself.
        SlicesRuleDefinition.slices().assignedFrom(new FilePerSlice()).should().beFreeOfCycles()
                .check(LABREEL.that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.labreel.wire"))));
    }

    @Test
    void modelNeedsOnlyTheJdk() {
        classes().that().resideInAPackage("org.labreel.model").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "org.labreel.model").check(LABREEL);
    }

    @Test
    void librariesStayBehindTheirDoors() {
        confine("javafx..", "org.labreel.ui..", "org.labreel.app");
        confine("org.controlsfx..", "org.labreel.ui..", "org.labreel.app");
        confine("io.vertx..", "org.labreel.feed", "org.labreel.feed.pi", "org.labreel.feed.cpl", "org.labreel.serve",
                "org.labreel.serve.pi", "org.labreel.serve.cpl", "org.labreel.app");
        confine("io.netty..", "org.labreel.feed", "org.labreel.serve");
        confine("org.bytedeco..", "org.labreel.picture", "org.labreel.export");
        confine("io.humble..", "org.labreel.picture", "org.labreel.export");
        confine("org.snakeyaml..", "org.labreel.feed.cpl");
        confine("com.google.protobuf..", "org.labreel.wire", "org.labreel.codec");
    }

    @Test
    void runLaterStaysInTheKit() {
        noClasses().that().resideOutsideOfPackage("org.labreel.ui.kit").should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable").check(LABREEL);
    }

    @Test
    void onlyTheCommandLineSpeaksOnStandardStreams() {
        noClasses().that().resideOutsideOfPackage("org.labreel.app").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(LABREEL);
    }

    private static void confine(String library, String... rooms) {
        noClasses().that().resideOutsideOfPackages(rooms).should().dependOnClassesThat().resideInAnyPackage(library)
                .check(LABREEL);
    }

    private static Optional<String> roomOf(JavaClass each) {
        String name = each.getPackageName();
        return FLOORS.keySet().stream()
                .filter(room -> name.equals(ROOT + room) || name.startsWith(ROOT + room + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Optional<Integer> floorOf(JavaClass each) {
        return roomOf(each).map(FLOORS::get);
    }

    private static ArchCondition<JavaClass> onlyLookDown() {
        return new ArchCondition<>("import only from the floors below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    Optional<String> from = roomOf(item);
                    Optional<String> to = roomOf(target);
                    if (from.isPresent() && to.isPresent() && !from.equals(to)
                            && FLOORS.get(to.get()) >= FLOORS.get(from.get())) {
                        events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** One slice a source file. */
    private static final class FilePerSlice implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            JavaClass outer = javaClass;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return SliceIdentifier.of(outer.getName());
        }

        @Override
        public String getDescription() {
            return "source files";
        }
    }
}
