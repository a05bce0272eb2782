package io.arrears.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an attempt was made to. */
class ContactedPartyTest {

    @ParameterizedTest
    @CsvSource({
        // party,  contact, person, made to
        "'',          '',   '',     BORROWER",
        "BORROWER,    '',   '',     BORROWER",
        "GUARANTOR,   '',   P2,     GUARANTOR",
        "CO_BORROWER, '',   P2,     CO_BORROWER",
        "CONTACT,     '',   '',     CONTACT",
        "'',          K1,   '',     CONTACT",
        "BORROWER,    K1,   '',     CONTACT",
        "GUARANTOR,   K1,   P2,     CONTACT",
        "'',          '',   P2,     ",
    })
    void a_contacts_id_says_so_and_nobody_named_is_the_borrower(
            String party, String contact, String person, ContactedParty madeTo) {
        assertThat(ContactedParty.of(party, contact, person).orElse(null)).isEqualTo(madeTo);
    }
}
