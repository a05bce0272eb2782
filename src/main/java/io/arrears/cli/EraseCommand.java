package io.arrears.cli;

import io.arrears.Reason;
import io.arrears.TwoPeople;
import io.arrears.batch.Application;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        header = "Erases what is kept of somebody who owes nothing.",
        subcommands = EraseCommand.Contact.class)
final class EraseCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "name what to erase; 'arrears erase --help' lists it");
    }

    @Command(
            name = "contact",
            mixinStandardHelpOptions = true,
            header = "Erases a contact on the word of two people, as the feed's erased_at does.",
            description = {
                "Name and phone go from every form the ledger has, and the phone from the contact's attempts and stops, which keep",
                "their days and outcomes. The number is never asked again, whoever's contact it is; a later delivery brings",
                "nothing back. Erasing again changes nothing. Exit 2: the lender has no such contact."
            })
    static final class Contact implements Callable<Integer> {

        @Parameters(paramLabel = "CONTACT_ID", description = "As contacts.csv has it.")
        private String contact = "";

        @Option(names = "--lender", required = true, paramLabel = "LENDER", description = "Whose contact it is.")
        private String lender = "";

        @Mixin
        private final People.Why why = new People.Why();

        @Mixin
        private final People.Two two = new People.Two();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public Integer call() {
            Reason reason = why.reason();
            TwoPeople people = two.people();
            try (Application application = Application.open(Environment.settings(), Clock.systemUTC())) {
                boolean isNew = application.eraseContact(contact, lender, people, reason);
                Console.out(spec).println(isNew ? "the contact is erased" : "the contact was erased before");
                return 0;
            }
        }
    }
}
