package io.arrears.bureau.pboc.due;

import io.arrears.bureau.pboc.terms.PbocSettings;
import io.arrears.furnish.Decision;
import io.arrears.furnish.Dossier;
import java.util.List;

/**
 * What becomes of what is due of the contract of a line (220 and what corrects it), which goes with the account that is the line:
 * of a product of type R1 beside its own reports, of type R4 instead of any.
 */
public final class ContractDecisions {

    private final PbocSettings settings;
    private final Dossier dossier;

    public ContractDecisions(PbocSettings settings, Dossier dossier) {
        this.settings = settings;
        this.dossier = dossier;
    }

    /** Whether the account is the line that its contract is of; a draw names the contract, and tells nothing of it. */
    boolean isOfContract() {
        return dossier.facts().account().isLine() && settings.product(dossier).isUnderLine();
    }

    /** One for each record that is due; none is made of contracts yet. */
    public List<Decision> all() {
        return List.of();
    }
}
