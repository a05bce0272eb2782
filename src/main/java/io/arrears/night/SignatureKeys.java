package io.arrears.night;

import io.arrears.ExitCode;
import io.arrears.Reason;
import io.arrears.Refused;
import io.arrears.TwoPeople;
import io.arrears.audit.AuditEvent;
import io.arrears.audit.Checkpoint;
import io.arrears.audit.Event;
import io.arrears.audit.KeyChange;
import io.arrears.audit.SigningKey;
import io.arrears.audit.VerifyKey;
import io.arrears.audit.Withdrawal;
import io.arrears.publish.Home;
import io.arrears.run.Run;
import io.arrears.store.AuditStore;
import io.arrears.store.CheckpointStore;
import io.arrears.store.CheckpointStore.Kept;
import io.arrears.store.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which key signs a lender's nights: the one that signed the last of them, or the one that two people put in its place. */
public final class SignatureKeys {

    private static final String HOW =
            "put it back, or let two people change it: 'arrears audit keygen --rotate --by ONE --by OTHER --reason WHY'";

    private final AuditStore audit;
    private final CheckpointStore checkpoints;
    private final RunStore runs;
    private final Home home;
    private final Keys keys;

    public SignatureKeys(AuditStore audit, CheckpointStore checkpoints, RunStore runs, Home home) {
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.home = home;
        this.keys = new Keys(home);
    }

    /** The half that may be known to everybody. */
    public Path publicFile() {
        return keys.publicFile();
    }

    /** Both halves. */
    public Path file() {
        return keys.file();
    }

    /**
     * Makes the key before the first night does.
     *
     * @throws Refused (2) when there is one, or was one that signed nights
     */
    public SigningKey make() throws IOException {
        if (keys.isThere()) {
            throw new Refused(
                    ExitCode.USAGE,
                    keys.file() + " is there already, key "
                            + keys.read().verifyKey().id()
                            + "; two people may change it: 'arrears audit keygen --rotate --by ONE --by OTHER --reason WHY'");
        }
        refuseIfLost(ExitCode.USAGE);
        return keys.orMake();
    }

    /**
     * The key that signs the lender's next night; made if nothing was ever signed.
     *
     * @param otherwise the exit code when the lender's key is not there
     * @throws Refused when nights are signed and their key is not there
     */
    public SigningKey of(String lender, ExitCode otherwise) throws IOException {
        if (!keys.isThere()) {
            refuseIfLost(otherwise);
        }
        SigningKey key = keys.orMake();
        Kept last = checkpoints.last(lender).orElse(null);
        VerifyKey before = last == null ? null : signerOf(last);
        if (last != null && before != null && !before.equals(key.verifyKey()) && !isChangedTo(key, lender, last)) {
            throw new Refused(
                    otherwise,
                    "the nights of " + lender + " are signed by key " + before.id() + ", but " + keys.file()
                            + " is key " + key.verifyKey().id() + "; " + HOW);
        }
        return key;
    }

    private void refuseIfLost(ExitCode otherwise) {
        Optional<String> signed = checkpoints.anySigned();
        if (signed.isPresent()) {
            throw new Refused(
                    otherwise,
                    keys.file() + " is not there, though nights of " + signed.get() + " are signed with it; " + HOW);
        }
    }

    /** Who signed a night, if its folder is still where it was published. */
    private @Nullable VerifyKey signerOf(Kept night) throws IOException {
        Path checkpoint = Publisher.folder(home, runs.find(night.run())).resolve(Checkpoint.FILE);
        try {
            return Files.isRegularFile(checkpoint)
                    ? Checkpoint.parse(Files.readAllBytes(checkpoint)).key()
                    : null;
        } catch (IllegalArgumentException e) {
            return null; // verify tells that it was changed
        }
    }

    /** The signed notice beside a night that is withdrawn, before its folder moves; 'verify' needs it until the next night. */
    void writeNotice(Run run, Path published, Path kept) throws IOException {
        Path checkpoint = published.resolve(Checkpoint.FILE);
        AuditEvent event = audit.ofRun(run.lender().name(), run.id()).stream()
                .filter(Withdrawal::isOne)
                .reduce((one, other) -> other)
                .orElse(null);
        if (event != null && keys.isThere() && Files.isRegularFile(checkpoint)) {
            byte[] notice = Withdrawal.sign(keys.read(), Checkpoint.parse(Files.readAllBytes(checkpoint)), event)
                    .bytes();
            Files.write(Home.file(kept.resolveSibling(kept.getFileName() + ".json")), notice);
        }
    }

    private boolean isChangedTo(SigningKey key, String lender, Kept since) {
        return audit.after(lender, since.head().number()).stream()
                .anyMatch(event -> KeyChange.isTo(event, key.verifyKey()));
    }

    /**
     * Signs with a new key from now on. The old one, where it is still there, says that the new one follows it, so that whoever
     * trusts the old one may trust the new. The caller holds the locks of all lenders, so that no night is being signed.
     */
    public SigningKey rotate(TwoPeople people, Reason why, Instant now, java.util.function.Consumer<Event> inEachTrail)
            throws IOException {
        SigningKey before = keys.isThere() ? keys.read() : null;
        SigningKey after = SigningKey.generate();
        Event event =
                Event.of(Event.What.KEY_CHANGED, now).people(people.names()).reason(why.text());
        inEachTrail.accept(
                before == null
                        ? event.after(after.verifyKey().encoded())
                        : KeyChange.sign(before, after.verifyKey()).on(event));
        keys.replace(before, after);
        return after;
    }
}
