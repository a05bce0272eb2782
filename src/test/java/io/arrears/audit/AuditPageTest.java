package io.arrears.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.audit.Checkpoint.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell lines of docs/audit.md let a signed night pass, and no change of it. */
class AuditPageTest extends SignedNights {

    @TempDir
    Path elsewhere;

    @Test
    void every_signed_night_passes() throws IOException, InterruptedException {
        Recipe.Ended first = Recipe.on(elsewhere, night(17), key());
        assertThat(first.exitCode()).as(first.text()).isZero();
        assertThat(first.text()).contains("open: this says that it is the first night");

        Recipe.Ended last = check();
        assertThat(last.exitCode()).as(last.text()).isZero();
        assertThat(last.text().lines().filter(line -> !line.startsWith("Signature Verified")))
                .containsExactly(
                        "holds: the name of the folder",
                        "holds: manifest.json",
                        "holds: every file, and no other",
                        "holds: the chain of events up to 12",
                        "holds: the checkpoint before",
                        "holds: its last event",
                        "holds: the anchor of this night");
    }

    /** What is done to the last night, and where the shell lines stop; "signed" is done by whoever has the key. */
    enum Change {
        A_BYTE_OF_A_LIST("delinquency.csv: FAILED") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(20).resolve("delinquency.csv"), "20.00", "20.01");
            }
        },
        A_BYTE_OF_A_BUREAUS_FILE("pboc/H1.txt: FAILED") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(20).resolve("pboc/H1.txt"), "A1 20.00", "A2 20.00");
            }
        },
        A_BYTE_OF_THE_MANIFEST("DIFFERS: manifest.json") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(20).resolve(Manifest.FILE), "\"restarts\" : 0", "\"restarts\" : 1");
            }
        },
        A_BYTE_OF_AN_EVENT("audit.jsonl: FAILED") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(20).resolve(Manifest.TRAIL), "done 11", "done 19");
            }
        },
        A_BYTE_OF_A_LIST_AND_ITS_DIGEST("DIFFERS: manifest.json") {
            @Override
            void to(AuditPageTest test) throws IOException {
                A_BYTE_OF_A_LIST.to(test);
                mend(test.night(20));
            }
        },
        A_BYTE_OF_THE_CHECKPOINT("Signature Verification Failure") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(20).resolve(Checkpoint.FILE), "\"run\" : 4", "\"run\" : 5");
            }
        },
        ALL_SIGNED_WITH_ANOTHER_KEY("Signature Verification Failure") {
            @Override
            void to(AuditPageTest test) throws IOException {
                test.signed(OTHER, 12);
            }
        },
        A_BYTE_OF_AN_EVENT_SIGNED("DIFFERS: event 11") {
            @Override
            void to(AuditPageTest test) throws IOException {
                A_BYTE_OF_AN_EVENT.to(test);
                test.signed(KEY, 12);
            }
        },
        THE_LAST_EVENT_CUT_OFF_SIGNED("DIFFERS: the chain of events up to 11") {
            @Override
            void to(AuditPageTest test) throws IOException {
                Path trail = test.night(20).resolve(Manifest.TRAIL);
                Files.write(trail, Files.readAllLines(trail).subList(0, 2));
                test.signed(KEY, 12);
            }
        },
        THE_LAST_EVENT_CUT_OFF_AND_ITS_NUMBER_SIGNED("DIFFERS: the anchor of this night") {
            @Override
            void to(AuditPageTest test) throws IOException {
                Path trail = test.night(20).resolve(Manifest.TRAIL);
                Files.write(trail, Files.readAllLines(trail).subList(0, 2));
                test.signed(KEY, 11);
            }
        },
        A_FILE_MORE("DIFFERS: every file, and no other") {
            @Override
            void to(AuditPageTest test) throws IOException {
                Files.writeString(test.night(20).resolve("pboc/H2.txt"), "header\r\n");
            }
        },
        A_FILE_THAT_IS_A_LINK("DIFFERS: every file, and no other") {
            @Override
            void to(AuditPageTest test) throws IOException {
                Path file = test.night(20).resolve("delinquency.csv");
                Files.move(file, test.elsewhere.resolve("delinquency.csv"));
                Files.createSymbolicLink(file, test.elsewhere.resolve("delinquency.csv"));
            }
        },
        ANOTHER_NIGHT_BEFORE("DIFFERS: the checkpoint before") {
            @Override
            void to(AuditPageTest test) throws IOException {
                replace(test.night(19).resolve(Checkpoint.FILE), "\"run\" : 3", "\"run\" : 2");
            }
        },
        ANOTHER_NIGHT_IN_ITS_PLACE("DIFFERS: the name of the folder") {
            @Override
            void to(AuditPageTest test) throws IOException {
                delete(test.night(20));
                MutatedNights.tree(test.night(18), test.night(20));
            }
        };

        private final String told;

        Change(String told) {
            this.told = told;
        }

        abstract void to(AuditPageTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_night_does_not_pass(Change change) throws IOException, InterruptedException {
        anchors();
        change.to(this);
        Recipe.Ended ended = check();
        assertThat(ended.text()).contains(change.told);
        assertThat(ended.exitCode()).as(ended.text()).isEqualTo(1);
    }

    private Recipe.Ended check() throws IOException, InterruptedException {
        return Recipe.on(elsewhere, night(20), key(), night(19).resolve(Checkpoint.FILE), anchors());
    }

    private Path key() throws IOException {
        return Files.writeString(elsewhere.resolve("audit.pub"), KEY.verifyKey().pem());
    }

    /** As they were when this was first called. */
    private Path anchors() throws IOException {
        Path file = elsewhere.resolve("anchors");
        if (Files.notExists(file)) {
            Head head = Checkpoint.parse(Files.readAllBytes(night(20).resolve(Checkpoint.FILE)))
                    .head();
            Files.writeString(file, anchor(night(20), head).line() + "\n");
        }
        return file;
    }

    /** The last night's manifest and checkpoint made anew over what its files are now. */
    private void signed(SigningKey key, int events) throws IOException {
        Path night = night(20);
        mend(night);
        Checkpoint was = Checkpoint.parse(Files.readAllBytes(night.resolve(Checkpoint.FILE)));
        List<AuditEvent> trail = Files.readAllLines(night.resolve(Manifest.TRAIL)).stream()
                .map(AuditEvent::parse)
                .toList();
        Head head = events == 12 ? was.head() : new Head(events, trail.get(1).hash());
        Checkpoint now = Checkpoint.sign(
                key,
                Manifest.parse(Files.readAllBytes(night.resolve(Manifest.FILE))),
                was.folder(),
                was.since(),
                head,
                was.previousSha256());
        Files.write(night.resolve(Checkpoint.FILE), now.bytes());
    }
}
