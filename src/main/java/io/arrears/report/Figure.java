package io.arrears.report;

/** A chart under its title. */
final class Figure {

    private Figure() {}

    static void into(Html page, String title, String svg) {
        page.open("figure")
                .element("figcaption", title)
                .markup(svg)
                .close("figure")
                .line();
    }
}
