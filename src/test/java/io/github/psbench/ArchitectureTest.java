package io.github.psbench;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** The arrows between the packages, and what no class may do. */
final class ArchitectureTest {
    private static final JavaClasses PROGRAM = program();

    private static JavaClasses program() {
        // No rule looks into the libraries, and to read them takes longer than everything else here.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.psbench");
    }

    @Test
    void packagesKnowOnlyThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("base")
                .definedBy("..psbench.base..")
                .layer("settings")
                .definedBy("..psbench.settings..")
                .layer("device")
                .definedBy("..psbench.device..")
                .layer("data")
                .definedBy("..psbench.data..")
                .layer("model")
                .definedBy("..psbench.model..")
                .layer("loss")
                .definedBy("..psbench.loss..")
                .layer("eval")
                .definedBy("..psbench.eval..")
                .layer("train")
                .definedBy("..psbench.train..")
                .layer("spec")
                .definedBy("..psbench.spec..")
                .layer("run")
                .definedBy("..psbench.run..")
                .layer("report")
                .definedBy("..psbench.report..")
                .layer("search")
                .definedBy("..psbench.search..")
                .layer("export")
                .definedBy("..psbench.export..")
                .layer("bench")
                .definedBy("..psbench.bench..")
                .layer("cli")
                .definedBy("..psbench.cli..")
                .whereLayer("base")
                .mayNotAccessAnyLayer()
                .whereLayer("settings")
                .mayOnlyAccessLayers("base")
                .whereLayer("device")
                .mayOnlyAccessLayers("base")
                .whereLayer("data")
                .mayOnlyAccessLayers("base", "settings")
                .whereLayer("model")
                .mayOnlyAccessLayers("base")
                .whereLayer("loss")
                .mayOnlyAccessLayers("base")
                .whereLayer("eval")
                .mayOnlyAccessLayers("base")
                .whereLayer("train")
                .mayOnlyAccessLayers("base", "data", "model", "loss")
                .whereLayer("spec")
                .mayOnlyAccessLayers("base", "settings", "data", "model", "loss", "eval", "train")
                // The runner hands what the records declare from one package to the next, so it meets every type on the
                // way.
                .whereLayer("run")
                .mayOnlyAccessLayers("base", "device", "settings", "data", "model", "loss", "eval", "train", "spec")
                .whereLayer("report")
                // It puts settings in words, so it reads the records that a trial is declared in.
                .mayOnlyAccessLayers("base", "settings", "data", "model", "loss", "eval", "train", "spec", "run")
                .whereLayer("search")
                .mayOnlyAccessLayers(
                        "base", "device", "settings", "data", "model", "train", "eval", "spec", "run", "report")
                .whereLayer("export")
                .mayOnlyAccessLayers("base", "settings", "eval", "run", "report")
                .whereLayer("bench")
                // It measures each of them as a trial uses it.
                .mayOnlyAccessLayers(
                        "base",
                        "device",
                        "settings",
                        "data",
                        "model",
                        "loss",
                        "eval",
                        "train",
                        "spec",
                        "run",
                        "report",
                        "search")
                .because("data go one way, from files to tables, and no package looks back")
                .check(PROGRAM);
    }

    @Test
    void packagesDoNotGoInCircles() {
        slices().matching("io.github.psbench.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void onlyQueriesKnowTheLibraryThatLooksThroughTheClassPath() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..export.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tech.tablesaw..")
                .because("its first use takes longer than all of runs list")
                .check(PROGRAM);
    }

    @Test
    void statisticsAndFilesAreNotThoseOfTheTablesLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tech.tablesaw.aggregate..", "tech.tablesaw.io..")
                .because("its deviation of one value is 0, and it writes numbers as the locale has them")
                .check(PROGRAM);
    }

    @Test
    void nobodyPrintsExceptThroughTheWritersThatCommandsAreGiven() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(target(name("printStackTrace")).and(target(rawParameterTypes(List.of()))))
                .because("standard output is for the facts that a command was asked for, in UTF-8")
                .check(PROGRAM);
    }

    @Test
    void everyRandomNumberComesFromASeed() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(RandomSource.class, "create")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .because("a trial is to be repeated bit for bit")
                .check(PROGRAM);
    }
}
