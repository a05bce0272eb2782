package io.arrears.bureau.pboc;

import java.util.List;

/** The condition under which a rule speaks of a section or an entry. */
@FunctionalInterface
interface When {

    boolean holds(Look at);

    static When always() {
        return at -> true;
    }

    static When closed() {
        return Look::isClosed;
    }

    static When type(AccountType type) {
        return at -> at.type() == type;
    }

    /** The element holds one of the codes, given with a space between. */
    static When is(String tag, String codes) {
        List<String> wanted = CodeList.of(codes);
        return at -> wanted.contains(at.text(tag));
    }

    default When and(When other) {
        return at -> holds(at) && other.holds(at);
    }

    default When not() {
        return at -> !holds(at);
    }
}
