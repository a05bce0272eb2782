package io.arrears.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.Binder;
import io.arrears.audit.SigningKey;
import io.arrears.audit.VerifyKey;
import io.arrears.night.Settings;
import io.arrears.publish.Home;
import io.arrears.store.Databases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that signed nights is never replaced by another unasked, and two people may change it. */
class SignatureKeysTest {

    private static final String LENDER = "superlender";
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 31);
    private static final TwoPeople PEOPLE = TwoPeople.of(List.of("ann", "bob"));

    @TempDir
    Path folder;

    private Application open(Databases kind) {
        return Application.open(new Settings(new Home(folder), Path.of("jobs"), kind.fresh(folder)), Clock.systemUTC());
    }

    private Path key() {
        return folder.resolve("keys/audit.pem");
    }

    private static Nights.Outcome night(Application application, int day) {
        return application.nights().run(LENDER, FIRST.plusDays(day), null, false);
    }

    private List<String> differences(VerifyKey... keys) {
        return new Binder(List.of(keys), Map.of())
                .check(List.of(folder.resolve("out").resolve(LENDER))).stream()
                        .flatMap(result -> result.findings().differences().stream())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void without_the_key_that_signed_nothing_is_begun(Databases kind) throws IOException {
        try (Application application = open(kind)) {
            night(application, 0);
            Path kept = Files.move(key(), folder.resolve("kept"));
            refused(application, " is not there, though nights of superlender are signed with it; put it back");
            assertThat(catchThrowableOfType(
                                    Refused.class, () -> application.keys().make())
                            .exitCode())
                    .isEqualTo(ExitCode.USAGE);
            assertThat(key()).doesNotExist();
            Files.writeString(key(), SigningKey.generate().pem());
            refused(application, "the nights of superlender are signed by key ");
            Files.move(kept, key(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            night(application, 1);
            assertThat(differences()).isEmpty();
        }
    }

    private static void refused(Application application, String why) {
        Refused refused = catchThrowableOfType(Refused.class, () -> night(application, 1));
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageContaining(why).hasMessageContaining("audit keygen --rotate --by ONE --by OTHER");
        assertThat(application.runs().ofLender(LENDER)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void two_people_change_the_key_and_the_old_one_says_so_in_the_trail(Databases kind) throws IOException {
        try (Application application = open(kind)) {
            VerifyKey before = keyOf(night(application, 0));
            SigningKey made = application.nights().rotateKey(PEOPLE, new Reason("yearly"));
            Nights.Outcome next = night(application, 1);
            night(application, 2);
            assertThat(keyOf(next)).isEqualTo(made.verifyKey()).isNotEqualTo(before);
            assertThat(differences()).isEmpty();
            assertThat(differences(before)).isEmpty();
            assertThat(differences(made.verifyKey())).singleElement().asString().endsWith("none of those you trust");
            assertThat(Files.readString(next.folder().resolve("audit.jsonl")))
                    .contains("\"people\":[\"ann\",\"bob\"]", "\"reason\":\"yearly\"", "\"what\":\"key changed\"");
            assertThat(SigningKey.parse(Files.readString(folder.resolve("keys/audit-" + before.id() + ".pem")))
                            .verifyKey())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_lost_key_is_changed_too_and_verify_wants_both_named(Databases kind) throws IOException {
        try (Application application = open(kind)) {
            VerifyKey before = keyOf(night(application, 0));
            Files.delete(key());
            VerifyKey after =
                    application.nights().rotateKey(PEOPLE, new Reason("lost")).verifyKey();
            night(application, 1);
            assertThat(differences()).singleElement().asString().contains("if the key was changed on purpose");
            assertThat(differences(before, after)).isEmpty();
        }
    }

    /** The event is in every trail, and the new key was never written: the old one goes on signing, and can be changed again. */
    @ParameterizedTest
    @MethodSource("io.arrears.store.Databases#available")
    void a_change_that_is_cut_off_before_the_new_key_is_there_leaves_nobody_stuck(Databases kind) throws IOException {
        try (Application application = open(kind)) {
            VerifyKey before = keyOf(night(application, 0));
            Path inTheWay = Files.createDirectory(folder.resolve("keys/audit.pem.new"));
            assertThat(catchThrowable(() -> application.nights().rotateKey(PEOPLE, new Reason("yearly"))))
                    .isInstanceOf(IOException.class);
            Files.delete(inTheWay);

            assertThat(keyOf(night(application, 1))).isEqualTo(before);
            assertThat(differences(before)).isEmpty();
            VerifyKey after =
                    application.nights().rotateKey(PEOPLE, new Reason("again")).verifyKey();
            assertThat(keyOf(night(application, 2))).isEqualTo(after);
            assertThat(differences(before)).isEmpty();
        }
    }

    private static VerifyKey keyOf(Nights.Outcome night) throws IOException {
        return io.arrears.audit.Checkpoint.parse(
                        Files.readAllBytes(night.folder().resolve("checkpoint.json")))
                .key();
    }
}
