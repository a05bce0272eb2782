package io.arrears.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of a page that needs nothing but itself: its policy forbids it to load anything, and any script but its own. */
final class Page {

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    private final Html html = new Html();
    private final Html contents = new Html();
    private final Html body = new Html();
    private final Words words;
    private int sections;

    Page(Words words, String title) {
        this.words = words;
        html.markup("<!DOCTYPE html>\n")
                .open("html", "lang", words.tag())
                .line()
                .open("head")
                .line();
        html.open("meta", "charset", "utf-8").line();
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.open("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title);
        html.open("style").markup(STYLE).close("style").close("head").line();
        html.open("body").line();
        html.open("a", "class", "skip", "href", "#main")
                .text(words.get("skip"))
                .close("a")
                .line();
    }

    /** What stands above the contents. */
    Html head() {
        return html;
    }

    /** What a section holds. */
    interface Content {
        void into(Html page) throws IOException;
    }

    void section(String title, Content content) throws IOException {
        String id = "s" + ++sections;
        contents.open("li")
                .open("a", "href", "#" + id)
                .text(title)
                .close("a")
                .close("li")
                .line();
        body.open("section", "aria-labelledby", id).element("h2", title, "id", id);
        content.into(body);
        body.close("section").line();
    }

    byte[] bytes() {
        html.open("nav", "aria-label", words.get("contents")).open("ul").line();
        html.markup(contents.toString()).close("ul").close("nav").line();
        html.open("main", "id", "main")
                .line()
                .markup(body.toString())
                .close("main")
                .line();
        html.open("p", "class", "said", "role", "status", "data-done", words.get("files.copied"))
                .close("p")
                .line();
        html.open("script")
                .markup(SCRIPT)
                .close("script")
                .line()
                .close("body")
                .close("html")
                .line();
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-" + hash(SCRIPT) + "'";
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
