package io.arrears.call;

import java.util.List;

/** What is said to a question, in lines; nothing personal stands in it. */
public sealed interface Answer {

    List<String> lines();

    /**
     * Yes.
     *
     * @param until the first instant at which it is no longer so, with the person's offset
     * @param left how many more of each unit, after the day's own log
     */
    record May(String until, String template, String content, String left) implements Answer {
        @Override
        public List<String> lines() {
            return List.of("may, until " + until, "  say    " + template + ", " + content, "  left   " + left);
        }
    }

    /**
     * No.
     *
     * @param evidence ids, days and counts; nothing personal
     * @param until the first day or instant on which it may be otherwise; empty where none is known
     */
    record MayNot(String rule, String instrument, String clause, String evidence, String until) implements Answer {

        /** A rule of the program's own, by its key, as the lender's are written. */
        static MayNot policy(String rule, String key, String evidence, String until) {
            return new MayNot(rule, "policy", key, evidence, until);
        }

        @Override
        public List<String> lines() {
            return List.of(
                    "may not: " + rule,
                    "  rule   " + instrument + ", " + clause,
                    "  why    " + evidence,
                    "  until  " + (until.isEmpty() ? "not known" : until));
        }
    }
}
