package io.arrears.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads in a page: its sections, and their tables as rows of cells with bars between. */
final class Read {

    private Read() {}

    /** The markup of the section with this title. */
    static String section(String page, String title) {
        return Arrays.stream(page.split("<section ", -1))
                .filter(section -> section.contains(">" + title + "</h2>"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + title));
    }

    /** The rows of the tables in it, headers too. */
    static List<String> rows(String page, String title) {
        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(section(page, title));
        while (row.find()) {
            rows.add(words(row.group(1).replaceAll("</t[hd]>\\s*<t[hd][^>]*>", " | ")));
        }
        return rows;
    }

    static String words(String markup) {
        return markup.replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
