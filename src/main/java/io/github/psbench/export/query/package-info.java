/**
 * Asks a store which of its trials are like this, and what they came to: {@code psbench runs query}. {@link
 * io.github.psbench.export.query.TrialTable} holds trials as lines with typed columns, {@link io.github.psbench.export.query.Query} chooses
 * among them, groups and sorts them, and {@link io.github.psbench.export.query.Answer} is what comes out, for people, as CSV and as JSON.
 *
 * <p>Conditions:
 *
 * <pre>
 *   condition  = conjunction { "or" conjunction }
 *   conjunction = negation { "and" negation }
 *   negation   = "not" negation | "(" condition ")" | test
 *   test       = COLUMN ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "contains" ) VALUE
 *              | COLUMN "is" [ "not" ] "missing"
 * </pre>
 *
 * A column or a value is a word, or anything in single or double quotes, in which the quote itself stands twice. The words {@code and},
 * {@code or}, {@code not}, {@code is}, {@code contains} and {@code missing} are written in any case, and mean themselves in quotes.
 *
 * <ul>
 *   <li>A comparison holds only where the trial has a value: neither {@code =} nor {@code !=} holds for a trial that has none.
 *   <li>{@code not} takes all trials that what follows does not hold for, those without a value among them. So {@code not x = 1} is
 *       {@code x != 1 or x is missing}.
 *   <li>{@code x is missing} holds where a trial has no value, where the setting is {@code none}, and, if x stands for a group of settings such
 *       as {@code loss.asmr}, where there is none below it.
 *   <li>A setting that is a group in some trials and {@code none} in others is a column with the values {@code given} and {@code none}.
 *   <li>{@code =} tells upper case from lower, {@code contains} does not. Numbers are compared as the decimals that they are written as,
 *       times as moments (a day is its first, in UTC).
 * </ul>
 *
 * <p>The tables are those of the library tablesaw, which nothing outside this package may know: it looks through the whole class path when it
 * is first used. What it would get wrong, tests hold here:
 *
 * <ul>
 *   <li>it takes the standard deviation of one value for 0 and calls the column "Std. Deviation [map]": all statistics are those of {@link
 *       io.github.psbench.report.statistics.Sample}, and the library's own lack a jar that they need;
 *   <li>it guesses types from text, so that a row named 007 becomes a number: columns get their types from JSON;
 *   <li>"is not equal to" and "is before" hold for what is missing, and whole numbers are compared as roundings: comparisons look at each value
 *       that is there;
 *   <li>it groups by words and whole numbers only, and sorts what is missing first or last as it falls: groups and order are made here;
 *   <li>it refuses two columns whose names differ by case alone: its columns are named by their numbers;
 *   <li>it writes numbers as the machine's locale has them, and no Markdown at all: what is written, {@code Answer} writes.
 * </ul>
 */
@NullMarked
package io.github.psbench.export.query;

import org.jspecify.annotations.NullMarked;
