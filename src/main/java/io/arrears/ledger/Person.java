package io.arrears.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who owes, or answers for another; everything but the borrower id is personal and stays out of every text of ours. */
public record Person(
        String borrowerId,
        String fullName,
        String idType,
        String idNumber,
        @Nullable LocalDate birthDate,
        @Nullable String phone,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postalCode,
        String country) {

    @Override
    public String toString() {
        return "Person[" + borrowerId + "]";
    }
}
