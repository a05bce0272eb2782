package io.arrears.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.bureau.Bureaus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with the columns of before is the rows of before: the digests are those that ledgers have. */
class OldDeliveryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ENTRIES          | entry_id,account_id,type,value_on,posted_at,amount,reverses,principal,interest,fee,penalty,paid_by,reference | E1,A1,REPAYMENT,2026-02-01,2026-02-01T10:00:00Z,509.75,,500,8.25,1.5,,GUARANTOR,ref 1 | 4aece043b97ab3f8505b365e44bd06a8
            AGREEMENTS       | agreement_id,account_id,type,agreed_on,effective_on,posted_at,schedule_version,channel,evidence                | G1,A1,EXTENSION,2026-02-01,2026-02-02,2026-02-01T10:00:00Z,2,branch,scan 7           | 46f28c0db3c78296bd6f9370055db99d
            CONTACTS         | contact_id,account_id,name,relation,phone,opted_out_at,erased_at                                              | C1,A1,Bert,brother,+49152,2026-01-01T10:00:00Z,                                      | 2d19f21235feee7e0641079fb01b02bd
            CONTACT_ATTEMPTS | attempt_id,account_id,contact_id,channel,attempted_at,outcome                                                | T1,A1,C1,call,2026-01-01T10:00:00Z,no answer                                         | 45481f26420fa118cdec73012e4b9ac8
            """)
    void the_digest_of_a_row_is_what_it_was(Feed feed, String header, String row, String digest) throws IOException {
        byte[] csv = (header + "\r\n" + row + "\r\n").getBytes(StandardCharsets.UTF_8);
        try (FeedReader reader = new FeedReader(feed.layout(), new ByteArrayInputStream(csv))) {
            RowParser.Parsed parsed = new RowParser(feed, Bureaus.facts(), LocalDateTime.MAX)
                    .parse(Objects.requireNonNull(reader.next()), 2);
            RowCodec codec = new RowCodec(feed.layout());
            ByteBuffer bytes = ByteBuffer.allocate(RowCodec.LONGEST);
            codec.write(Objects.requireNonNull(parsed.row()).values(), bytes);
            assertThat(HexFormat.of().formatHex(codec.digest(bytes.flip()))).isEqualTo(digest);
        }
    }
}
