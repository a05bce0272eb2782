package io.arrears.furnish;

import java.util.Map;

/**
 * The law that a bureau is told under.
 *
 * @param disputeDays days in which a dispute is to be answered
 * @param clauses the clause that each gate stands for
 */
public record Jurisdiction(int disputeDays, Map<Gate, String> clauses) {

    public Jurisdiction {
        clauses = Map.copyOf(clauses);
    }
}
