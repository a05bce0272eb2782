package io.arrears.report;

import io.arrears.audit.Manifest;
import io.arrears.audit.SignedFolder;
import io.arrears.furnish.WaitingFiles;
import io.arrears.lender.ContactPolicy;
import io.arrears.lender.SkippedNights;
import io.arrears.lender.StaleFeed;
import io.arrears.publish.DelinquencyCsv;
import io.arrears.publish.SendingOrder;
import io.arrears.publish.Traits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A night's figures.csv and report.html, made from the bytes that are about to be published and those of the nights before.
 *
 * <p>Of the night before both delinquency.csv and figures.csv are read, of earlier nights figures.csv alone. The same bytes
 * give the same bytes, on any machine.
 */
public final class Report {

    public static final String FILE = "report.html";

    /** Trends reach so many nights back. */
    static final int NIGHTS = 120;

    private Report() {}

    /** Writes both files into what is to be published; running it again is harmless. */
    public static void write(Night night) throws IOException {
        Figures tonight = count(night);
        night.work().write(Figures.FILE, tonight.bytes());
        History earlier = History.upTo(night.signed(), night.previous(), NIGHTS - 1);
        night.work().write(FILE, page(View.of(night, tonight, earlier)).bytes());
    }

    private static Figures count(Night night) throws IOException {
        Figures figures = new Figures();
        figures.put(Section.NIGHT, History.LENDER, night.run().lender().name());
        figures.put(Section.NIGHT, History.AS_OF, night.run().asOf().toString());
        String previous = night.previous();
        if (previous != null) {
            figures.put(Section.NIGHT, History.PREVIOUS, previous);
        }
        Path delinquency = night.folder().resolve(DelinquencyCsv.FILE);
        Tally.of(night.run().asOf(), delinquency, night.work().parts(Traits.PART), before(night), figures);
        Listed.of(night.folder(), figures);
        for (WaitingFiles waiting : night.waiting()) {
            String key = waiting.bureau() + " " + waiting.state();
            figures.put(Section.WAITING_FILES, key, Long.toString(waiting.files()));
            figures.put(Section.WAITING_RECORDS, key, Long.toString(waiting.records()));
            figures.put(Section.WAITING_SINCE, key, waiting.since().toString());
        }
        return figures;
    }

    private static @Nullable Path before(Night night) throws IOException {
        String previous = night.previous();
        if (previous == null) {
            return null;
        }
        SignedFolder before = night.signed().night(previous);
        return before.file(DelinquencyCsv.FILE) == null ? null : before.path(DelinquencyCsv.FILE);
    }

    /** All that will be published but this page and the manifest over it. */
    private static List<String> files(Night night) throws IOException {
        return night.work().files().stream()
                .filter(file -> !file.equals(FILE) && !file.equals(Manifest.FILE))
                .sorted(new SendingOrder(
                        night.run().lender().bureaus(), night.run().generatedAt()))
                .toList();
    }

    private static String stale(View view, StaleFeed feed) {
        String what = feed.feed().equals(StaleFeed.ANY) ? view.word("stale.any") : feed.feed();
        if (feed.controlOn() != null) {
            return view.word("stale.control", what, feed.controlOn());
        }
        return feed.deliveredAt() == null
                ? view.word("stale.never", what)
                : view.word("stale.delivered", what, feed.deliveredAt());
    }

    private static Page page(View view) throws IOException {
        Night night = view.night();
        Page page = new Page(
                view.words(), night.run().lender().name() + " " + night.run().asOf());
        Html head = page.head().open("header").line();
        head.element(
                "h1",
                view.word("title", night.run().lender().name(), night.run().asOf()));
        head.element("p", view.word("title.seen", night.run().cutoff()), "class", "note");
        if (night.isReplay()) {
            head.element("p", view.word("title.replay"), "class", "note");
        }
        SkippedNights skipped = night.run().skipped();
        if (skipped != null) {
            head.element(
                    "p",
                    view.word("title.skipped", Words.count(skipped.count()), skipped.first(), skipped.last()),
                    "class",
                    "note");
        }
        if (!night.stale().isEmpty()) {
            head.open("p", "class", "note")
                    .element("strong", view.word("title.stale"))
                    .text(night.stale().stream().map(feed -> stale(view, feed)).collect(Collectors.joining("; ")))
                    .close("p")
                    .line();
        }
        head.close("header").line();
        page.section(view.word("headline"), into -> Headline.into(view, into));
        page.section(view.word("identities"), into -> Identities.into(view, into));
        page.section(view.word("buckets"), into -> Buckets.distribution(view, into));
        page.section(view.word("migration"), into -> Buckets.migration(view, into));
        page.section(
                view.word("trend"),
                into -> Trends.overdue(view.words(), view.history().nights(), view.currencies(), into));
        page.section(view.word("ageing"), into -> Trends.ageing(view, into));
        page.section(view.word("vintage"), into -> Vintages.into(view, into));
        page.section(view.word("gates"), into -> Gates.held(view, into));
        ContactPolicy contacts = night.run().lender().contacts();
        if (contacts != null) {
            page.section(view.word("contacts"), into -> Contacts.into(view, contacts, into));
        }
        page.section(view.word("answers"), into -> Gates.answers(view, into));
        page.section(view.word("rejects"), into -> Gates.rejects(view, into));
        page.section(view.word("todo"), into -> Gates.toDo(view, into));
        page.section(view.word("files"), into -> Provenance.files(view, files(night), into));
        page.section(view.word("inputs"), into -> Provenance.inputs(view, into));
        page.section(view.word("policy"), into -> Provenance.policy(view, into));
        page.section(view.word("versions"), into -> Provenance.versions(view, into));
        return page;
    }
}
