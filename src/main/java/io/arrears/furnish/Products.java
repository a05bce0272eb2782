package io.arrears.furnish;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The products of a lender that a bureau is told of, and what accounts each is of.
 *
 * <p>Example: a product told as lines takes a line of credit, and no loan; one told as draws takes the line and every loan drawn
 * under it.
 */
public record Products(Map<String, Kind> kinds) {

    /** What the accounts of a product are. */
    public enum Kind {
        LOANS,
        LINES,
        /** Loans drawn under a line, which is an account of its own and owes nothing itself. */
        DRAWS;

        boolean takes(boolean isLine) {
            return switch (this) {
                case LOANS -> !isLine;
                case LINES -> isLine;
                case DRAWS -> true;
            };
        }
    }

    public Products {
        kinds = Map.copyOf(kinds);
    }

    /** All of loans. */
    public static Products ofLoans(Set<String> names) {
        return new Products(names.stream().collect(Collectors.toMap(Function.identity(), name -> Kind.LOANS)));
    }

    /** In the order of their names. */
    public Set<String> names() {
        return new TreeSet<>(kinds.keySet());
    }

    public boolean contains(String product) {
        return kinds.containsKey(product);
    }

    /** Whether an account is told of: its product is, and is of such accounts. */
    public boolean takes(String product, boolean isLine) {
        Kind kind = kinds.get(product);
        return kind != null && kind.takes(isLine);
    }

    /** Whether an account is a line whose draws are accounts of their own, so that it has no reports itself. */
    public boolean isLineOfDraws(String product, boolean isLine) {
        return isLine && kinds.get(product) == Kind.DRAWS;
    }
}
