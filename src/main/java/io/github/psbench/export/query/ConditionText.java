package io.github.psbench.export.query;

import io.github.psbench.base.Failure;
import io.github.psbench.report.text.PlainText;

/** A condition as it was written, for messages that show where it goes wrong. */
record ConditionText(String text) {
    /**
     * Says where and what is wrong, then shows the condition and a caret below the place.
     *
     * @param position of the first wrong character, from 0; the length of the text where something is missing at its end
     * @param sentence without a capital and without a full stop
     */
    Failure mistake(int position, String sentence) {
        String before = PlainText.of(text.substring(0, position));
        return Failure.usage(
                "Character %d of the condition: %s.%n  %s%n  %s^",
                text.codePointCount(0, position) + 1,
                sentence,
                PlainText.of(text),
                " ".repeat(PlainText.width(before)));
    }
}
