package io.arrears;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.arrears.reconcile.Acceptance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.support.TransactionOperations;

/** Who may see whom: the packages point in one direction, and Spring stays at the edge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes it read are let go with it
class ArchitectureTest {

    private final JavaClasses arrears = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.arrears");

    /** Each package and the packages of Arrears that it may see besides itself and the root. */
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("money", List.of()),
            Map.entry("ledger", List.of("money")),
            Map.entry("feed", List.of("money", "ledger")),
            Map.entry("delivery", List.of("money", "ledger", "feed", "publish")),
            Map.entry("delinquency", List.of("money", "ledger")),
            Map.entry("setting", List.of()),
            Map.entry("ladder", List.of("money", "ledger", "delinquency", "setting")),
            Map.entry("call", List.of("ladder")),
            Map.entry(
                    "lender",
                    List.of("money", "ledger", "feed", "delinquency", "furnish", "bureau", "ladder", "setting")),
            Map.entry("furnish", List.of("money", "ledger", "feed", "delinquency", "setting")),
            Map.entry("bureau", List.of("money", "ledger", "feed", "delinquency", "furnish", "setting")),
            Map.entry("publish", List.of("money", "ledger", "delinquency", "furnish", "ladder")),
            Map.entry("reconcile", List.of("money", "ledger", "delinquency", "furnish", "publish", "audit")),
            Map.entry("audit", List.of()),
            Map.entry(
                    "report",
                    List.of("delinquency", "furnish", "ladder", "lender", "publish", "reconcile", "audit", "run")),
            Map.entry("run", List.of("lender", "reconcile", "delinquency", "furnish")),
            Map.entry("sample", List.of("money", "ledger")),
            Map.entry(
                    "store",
                    List.of(
                            "money",
                            "ledger",
                            "feed",
                            "delivery",
                            "delinquency",
                            "lender",
                            "ladder",
                            "furnish",
                            "publish",
                            "reconcile",
                            "audit",
                            "report",
                            "run")),
            Map.entry(
                    "night",
                    List.of(
                            "ledger",
                            "delinquency",
                            "lender",
                            "ladder",
                            "furnish",
                            "publish",
                            "reconcile",
                            "audit",
                            "report",
                            "run",
                            "store")),
            Map.entry(
                    "ops",
                    List.of(
                            "money",
                            "ledger",
                            "delinquency",
                            "lender",
                            "ladder",
                            "call",
                            "furnish",
                            "bureau",
                            "publish",
                            "audit",
                            "report",
                            "run",
                            "store",
                            "night")),
            Map.entry(
                    "batch",
                    List.of(
                            "money",
                            "ledger",
                            "feed",
                            "delivery",
                            "delinquency",
                            "lender",
                            "ladder",
                            "furnish",
                            "bureau",
                            "publish",
                            "reconcile",
                            "audit",
                            "run",
                            "store",
                            "night",
                            "ops")),
            Map.entry(
                    "cli",
                    List.of(
                            "money",
                            "ledger",
                            "feed",
                            "delivery",
                            "delinquency",
                            "lender",
                            "ladder",
                            "furnish",
                            "bureau",
                            "publish",
                            "reconcile",
                            "audit",
                            "sample",
                            "run",
                            "store",
                            "night",
                            "ops",
                            "batch",
                            "call")));

    static Stream<String> packages() {
        return SEES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_sees_only_those_before_it(String name) {
        String[] seen = Stream.concat(
                        Stream.of("io.arrears", "io.arrears." + name + ".."),
                        SEES.getOrDefault(name, List.of()).stream().map(other -> "io.arrears." + other + ".."))
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> others =
                resideInAPackage("io.arrears..").and(DescribedPredicate.not(resideInAnyPackage(seen)));
        noClasses()
                .that()
                .resideInAPackage("io.arrears." + name + "..")
                .should()
                .dependOnClassesThat(others)
                .check(arrears);
    }

    @Test
    void every_class_lives_in_a_package_of_the_map() {
        String[] known = Stream.concat(Stream.of("io.arrears"), packages().map(name -> "io.arrears." + name + ".."))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(arrears);
    }

    /** A bureau's format is found by its name: nobody else knows of what it is made. */
    @Test
    void what_is_the_pbocs_is_seen_by_nobody_else() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.arrears.bureau.pboc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.arrears.bureau.pboc..")
                .check(arrears);
    }

    /** The packages of one format in the order in which a record passes them, and so without circles. */
    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of("bureau.pboc", List.of("record", "terms", "xml", "tradeline", "rule", "due")),
                Arguments.of("bureau.pboc", List.of("record", "terms", "xml", "tradeline", "file", "answer")),
                Arguments.of("store", List.of("jdbc", "account")),
                Arguments.of("store", List.of("jdbc", "imports", "bureau", "run")));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void a_part_of_a_package_sees_only_those_before_it(String whole, List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            String[] later = parts.subList(i + 1, parts.size()).stream()
                    .map(part -> "io.arrears." + whole + "." + part)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.arrears." + whole + "." + parts.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(true)
                    .check(arrears);
        }
    }

    @Test
    void spring_is_known_only_to_store_night_ops_batch_and_cli() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.arrears.store..",
                        "io.arrears.night..",
                        "io.arrears.ops..",
                        "io.arrears.batch..",
                        "io.arrears.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(arrears);
    }

    /**
     * An exception that crosses a transaction inside a chunk's marks the chunk to be rolled back; caught behind it, the chunk is dropped
     * and nothing tells so (spring-batch #5509). So nothing that a chunk is made of begins one, nor knows a store that does.
     */
    @Test
    void what_a_chunk_is_made_of_begins_no_transaction() {
        noClasses()
                .that()
                .areAssignableTo(ItemReader.class)
                .or()
                .areAssignableTo(ItemProcessor.class)
                .or()
                .areAssignableTo(ItemWriter.class)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "begin transactions",
                        type -> type.isAssignableTo(TransactionOperations.class)
                                || type.getFields().stream().anyMatch(field -> field.getRawType()
                                        .isAssignableTo(TransactionOperations.class))))
                .check(arrears);
    }

    /** What is asked before each call starts at once, since it loads no library. */
    @Test
    void what_is_asked_at_the_moment_of_a_call_is_made_of_java_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.arrears.call..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "java..", "io.arrears", "io.arrears.call..", "io.arrears.ladder.law..", "org.jspecify..")
                .check(arrears);
    }

    @Test
    void who_accepts_a_difference_went_through_the_rule_of_two_people() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.arrears.store.run.RunRow") // reads what is kept
                .and()
                .doNotHaveFullyQualifiedName("io.arrears.reconcile.Acceptance")
                .should()
                .callConstructor(Acceptance.class, Set.class, String.class, String.class, String.class)
                .check(arrears);
    }

    @Test
    void the_core_asks_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.arrears.money..", "io.arrears.ledger..", "io.arrears.delinquency..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(arrears);
    }
}
