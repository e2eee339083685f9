package io.dyadwire.runner;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** Keeps the picture in docs/architecture.md true: which room may know which. */
@AnalyzeClasses(packages = "io.dyadwire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule contractKnowsNoOtherRoom = room("contract");

    @ArchTest
    static final ArchRule matcherKnowsNoOtherRoom = room("matcher");

    @ArchTest
    static final ArchRule outboundKnowsNoOtherRoom = room("outbound");

    @ArchTest
    static final ArchRule ingestKnowsContractAndOutbound = room("ingest", "contract", "outbound");

    @ArchTest
    static final ArchRule processorKnowsContractAndMatcher = room("processor", "contract", "matcher");

    @ArchTest
    static final ArchRule alertsKnowsContractMatcherAndOutbound = room("alerts", "contract", "matcher", "outbound");

    @ArchTest
    static final ArchRule matcherAndOutboundKnowNoKafka = noClasses()
            .that()
            .resideInAnyPackage("io.dyadwire.matcher..", "io.dyadwire.outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule consumersNeedNoStreams = noClasses()
            .that()
            .resideInAPackage("io.dyadwire.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..", "kafka..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("io.dyadwire.(*).(*)..").should().beFreeOfCycles();

    /** A replay must give the same tags and alerts, and the demo lives in another year. */
    @ArchTest
    static final ArchRule onlyTheRunnerReadsTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("io.dyadwire.runner..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheRunnerPrints = noClasses()
            .that()
            .resideOutsideOfPackage("io.dyadwire.runner..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static ArchRule room(String name, String... mayKnow) {
        String[] known = new String[mayKnow.length + 1];
        known[0] = "io.dyadwire." + name + "..";
        for (int i = 0; i < mayKnow.length; i++) {
            known[i + 1] = "io.dyadwire." + mayKnow[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(known[0])
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.dyadwire..").and(not(resideInAnyPackage(known))));
    }
}
