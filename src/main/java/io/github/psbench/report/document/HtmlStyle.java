package io.github.psbench.report.document;

/** The look of a page that stands alone: light and dark, on phones and on paper. */
final class HtmlStyle {
    static final String SHEET = """
            :root { color-scheme: light dark; --line: #8888; --agrees: #d5ead8; --disagrees: #f6d5d0; --open: #ececec; }
            @media (prefers-color-scheme: dark) { :root { --agrees: #1d4a2a; --disagrees: #5b2620; --open: #3a3a3a; } }
            body { margin: 0; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.6rem; line-height: 1.25; }
            h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
            .grid { overflow-x: auto; margin: 1rem 0; }
            table { border-collapse: collapse; border-top: 2px solid; border-bottom: 2px solid; font-size: .9rem; }
            caption { text-align: left; padding: .3rem 0; font-weight: 600; }
            th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: baseline; }
            thead th { border-bottom: 1px solid; vertical-align: bottom; }
            tbody th { font-weight: 400; min-width: 9rem; }
            tbody tr + tr > * { border-top: 1px solid var(--line); }
            .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; padding: .25rem 0 .25rem .75rem; }
            thead .number { white-space: normal; overflow-wrap: normal; }
            .mark { padding-left: .15em; }
            .agrees, .disagrees, .open { padding: 0 .4em; border-radius: .3em; background: var(--open); }
            .agrees { background: var(--agrees); }
            .disagrees { background: var(--disagrees); }
            li, main > p { max-width: 48rem; }
            @media print { body { font-size: 10pt; } main { padding: 0; } .grid { overflow: visible; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
            """;

    private HtmlStyle() {}
}
