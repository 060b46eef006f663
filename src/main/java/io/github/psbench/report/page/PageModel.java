package io.github.psbench.report.page;

import java.util.List;

/**
 * All that the template needs.
 *
 * @param style the style sheet
 * @param script likewise
 * @param data JSON without {@code <}
 * @param trials how many finished trials are behind the page
 */
record PageModel(
        String style, String script, String data, List<Section> sections, List<ReportPage.Absent> absent, int trials) {
    boolean showsPeople() {
        return sections.stream().anyMatch(section -> !section.terms().isEmpty());
    }
}
