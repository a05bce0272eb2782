package io.arrears.lender;

import io.arrears.ladder.law.Law;
import io.arrears.ladder.law.LawFile;
import io.arrears.ladder.law.Licence;
import io.arrears.ladder.stage.Ladder;
import io.arrears.ladder.stage.LadderFile;
import io.arrears.setting.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a lender file says of contacting people: its ladder, the law it names, and how it tightens it. */
final class ContactPolicyReader {

    static final String LAW = "law";
    static final String LICENCE = "licence";
    static final String TIGHTEN = "tighten";
    static final String LADDER = "ladder";

    /** The key under which the law's own file is kept with the policy. */
    static final String LAW_FILE = "law-file";

    static final String NONE = "none";

    private ContactPolicyReader() {}

    /** What the keys say together; none for a lender without a ladder. */
    static @Nullable ContactPolicy read(
            Setting law, Setting licence, Setting tighten, Setting ladder, @Nullable Setting file) {
        Ladder read = LadderFile.read(ladder);
        Licence is = licence.text().equals(NONE) ? null : licence.oneOf(Licence.class);
        Map<String, Setting> stricter = tighten.block();
        if (file == null) {
            if (read != null) {
                throw law.wrong(
                        "the law under which people are contacted, a file in jobs/law, since there is a ladder");
            }
            return null;
        }
        Law rules = LawFile.read(law.text(), file, is, stricter);
        return read == null ? null : new ContactPolicy(read, rules);
    }
}
