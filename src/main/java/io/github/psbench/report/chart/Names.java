package io.github.psbench.report.chart;

import java.awt.Font;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names below or beside their places. */
final class Names {
    private static final String INVISIBLE = "\u200B";

    private Names() {}

    /** The names, shortened to so many pixels. Those that become alike are told apart by invisible characters: XChart takes equal ones for one. */
    static List<String> different(List<String> names, Font font, double pixels) {
        List<String> shortened = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String text = Fonts.shortened(name, font, pixels);
            while (!seen.add(text)) {
                text += INVISIBLE;
            }
            shortened.add(text);
        }
        return shortened;
    }
}
