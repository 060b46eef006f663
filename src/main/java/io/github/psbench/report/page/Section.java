package io.github.psbench.report.page;

import java.util.List;

/**
 * An experiment as its template shows it. Text is plain, but for {@code body}.
 *
 * @param id of its element
 * @param progress how many of its trials are finished
 * @param claims how many of its claims have which verdict, the verdict first; none where it claims nothing
 * @param published likewise of the numbers that can be compared with published ones
 * @param command that runs what is missing
 * @param reproductions of its finished trials
 * @param body its tables and sentences as HTML
 * @param notes what is missing in its figures, whole sentences
 * @param terms of the data sets of real people whose pictures are shown, whole sentences; none where none are
 */
record Section(
        String id,
        String name,
        String title,
        String progress,
        List<Tally> claims,
        List<Tally> published,
        String command,
        List<Reproduction> reproductions,
        String body,
        List<EmbeddedFigure> figures,
        List<String> notes,
        List<String> terms) {
    /** @param tone the verdict's colour, as in the style sheet */
    record Tally(String verdict, String tone, int count) {}

    record Reproduction(String row, String dataset, long seed, String command) {}
}
