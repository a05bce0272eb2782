package io.arrears.bureau.pboc.rule;

import io.arrears.bureau.pboc.record.AccountType;
import io.arrears.bureau.pboc.record.CodeList;
import io.arrears.bureau.pboc.record.SectionView;
import java.util.List;

/** The condition under which a rule speaks of a section or an entry. */
@FunctionalInterface
interface Condition {

    boolean holds(SectionView at);

    static Condition always() {
        return at -> true;
    }

    static Condition closed() {
        return SectionView::isClosed;
    }

    static Condition type(AccountType type) {
        return at -> at.type() == type;
    }

    /** The element holds one of the codes, given with a space between. */
    static Condition is(String tag, String codes) {
        List<String> wanted = CodeList.of(codes);
        return at -> wanted.contains(at.text(tag));
    }

    default Condition and(Condition other) {
        return at -> holds(at) && other.holds(at);
    }

    default Condition not() {
        return at -> !holds(at);
    }
}
