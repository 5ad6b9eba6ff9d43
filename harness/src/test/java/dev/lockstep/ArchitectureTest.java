package dev.lockstep;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions that {@code docs/architecture.md} draws. */
final class ArchitectureTest {
  private static final String ROOT = "dev.lockstep";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void onlyThePortPackageTouchesNativeMemory() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".port..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.foreign..")
        .check(OURS);
  }

  @Test
  void onlyTheEngineKnowsJazzerAndJqwik() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".engine..")
        // For the generators of targets; the engine runs it.
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".operations.ProgramArbitrary")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.code_intelligence..", "net.jqwik..")
        .check(OURS);
  }

  @Test
  void aSideIsLoadedOnlyInAProcessOfItsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".port..", ROOT + ".pair..", ROOT + ".engine..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".bench.SpeedMain")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + ".port.PortLibrary")
        .check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".pair..", ROOT + ".engine..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".bench.SpeedMain")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".worker.OriginalMain")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".worker.AttendedMain")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".place.FollowedMain")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".place.CoveredMain")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + ".pair.Originals")
        .check(OURS);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        // A process of its own: what it writes there ends up in the supervisor's log.
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".bench.SpeedMain")
        // These look whether somebody replaced the streams.
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".engine.JavaSettings")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".worker.OriginalState")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.Console")
        .orShould()
        .callMethodWhere(
            target(owner(assignableTo(Throwable.class)))
                .and(target(name("printStackTrace")))
                .and(target(rawParameterTypes(new Class<?>[0]))))
        .check(OURS);
  }

  @Test
  void theOracleKnowsOnlyTreesAndWhatATargetDeclares() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".oracle..")
        .should()
        .onlyDependOnClassesThat(notOursBut("", ".oracle..", ".cbor..", ".target.."))
        .andShould()
        .onlyDependOnClassesThat(DescribedPredicate.not(aProcess()))
        .check(OURS);
  }

  @Test
  void theWordsDependOnNothingElseOfOurs() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat(notOursBut(""))
        .check(OURS);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
  }

  /** Whatever is not ours, and of ours only these packages. */
  private static DescribedPredicate<JavaClass> notOursBut(String... packages) {
    DescribedPredicate<JavaClass> allowed =
        JavaClass.Predicates.resideOutsideOfPackage(ROOT + "..");
    for (String one : packages) {
      allowed = allowed.or(JavaClass.Predicates.resideInAPackage(ROOT + one));
    }
    return allowed;
  }

  private static DescribedPredicate<JavaClass> aProcess() {
    return assignableTo(Process.class)
        .or(assignableTo(ProcessBuilder.class))
        .or(assignableTo(ProcessHandle.class));
  }
}
