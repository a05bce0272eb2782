package io.arrears.bureau.pboc;

import io.arrears.furnish.Gate;
import io.arrears.furnish.Jurisdiction;
import java.util.Map;

/** The law of credit reporting in China. */
final class PbocLaw {

    private static final String DATA_QUALITY = "征信业务管理办法 arts 16-17";

    /** A dispute is answered within 20 days (征信业管理条例 art. 25). */
    static final Jurisdiction CHINA = new Jurisdiction(
            20,
            Map.of(
                    Gate.SCOPE, "征信业管理条例 art. 29",
                    Gate.BLOCK, "征信业管理条例 art. 25",
                    Gate.OPEN_REJECTS, DATA_QUALITY,
                    Gate.REVIEW, DATA_QUALITY,
                    Gate.UNDERWAY, "one record a day and account",
                    Gate.CONSENT, "征信业管理条例 art. 29(2)",
                    Gate.PRE_NOTICE, "征信业管理条例 art. 15"));

    private PbocLaw() {}
}
