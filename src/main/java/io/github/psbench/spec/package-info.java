/**
 * Reads experiment files: YAML in, immutable records out, or every mistake of the file at once, each as {@code file:line:column: message}.
 *
 * <h2>What a file holds</h2>
 *
 * <pre>
 * title: Rank-1 of ASMR and its variants
 * paper: asmr-iccv2021#table4        # papers/asmr-iccv2021.yaml beside the file, its table4
 * seeds: 0..2                        # or [0, 1, 2]; 0 where left out
 * base: asmr.yaml                    # a file beside this one, over which this one is laid; it need not be a whole experiment
 * defaults:                          # settings of every trial
 *   protocol: paper                  # or released: a preset, see src/main/resources/protocols
 * datasets:                          # the columns; what is special to each
 *   market1501: {loss: {asmr: {lambda: 6}, alignment: {scale: 12, margin: 0.2}}}
 *   harder: {data: {name: synthped, seed: 2}}     # data: the data set, where it is not the column's name
 * rows:                              # the rows; what makes each
 *   Baseline: {pretraining: none, loss.asmr: none}
 *   Ours: {}
 * profiles:                          # sizes at which the table can be run
 *   quick: {datasets: [harder], seeds: 0, set: {input: {height: 64, width: 32}, backbone: resnet-slim}}
 *   paper: {datasets: [market1501]}
 * profile: quick                     # which one is used when none is asked for; quick where left out
 * metric: rank1                      # or rank5, rank10, map, map-trapezoid: what rows are compared by; rank1 where left out
 * claims:                            # what the paper concludes; than is a row or a list of rows
 *   - {name: ASMR helps, better: Ours, than: Baseline}
 * reference: Ours                    # the row that the others are compared with, in marks of significance; none where left out
 * tolerance: 1                       # how far, in points, a number may be from the published one and count as reproduced
 * tables: [scores]                   # or [time]: how long rows train, beside the published minutes
 * figures: [weights, sweep]          # what is drawn beside the table: Figure
 * retrieval: {queries: 4, top: 10}   # how the figure of that name is made: RetrievalFigure
 * tsne: {perplexity: 30}             # likewise: TsneFigure
 * sweep: {product: {loss.asmr.lambda: [0, 2, 4]}}
 * </pre>
 *
 * <p>A trial is one row on one data set with one seed. A file without {@code profiles} has one, quick, that changes nothing.
 *
 * <h2>Sweeps</h2>
 *
 * <pre>
 * sweep:
 *   product: {loss.asmr.lambda: [0, 2, 4], training.batch: [32, 64]}               # every combination
 *   zip: {loss.alignment.scale: [12, 32], loss.alignment.margin: [0.2, 0.1]}       # value by value; lists of one length
 *   exclude: [{loss.asmr.lambda: 0, training.batch: 32}]                           # points that have all of these values
 *   rows: [{loss.asmr.lambda: 6}, {}]                                              # points by hand
 * </pre>
 *
 * <p>Every declared row is run at every point and is there a row of its own, called after both: "Ours, lambda = 4". Of a key the name shows the
 * last part, or as many as tell it from the sweep's other keys. The points are the combinations of {@code product} and the steps of {@code zip},
 * less what {@code exclude} leaves out, and then the points by hand, which {@code exclude} does not touch; {@code {}} is the row as declared.
 * Points of the same values are one, and 4 and 4.0 are the same. Keys are any dotted settings, {@code data} and {@code protocol} among them;
 * values are any YAML. A point is nothing but settings: its trials are those of a row with the same settings by hand.
 *
 * <p>A claim names declared rows and is made at each point, of both rows at the same one. A profile's own {@code sweep} replaces that of the
 * file as a whole, and {@code sweep: none} leaves the rows as declared. What a row has switched off with {@code none}, a sweep may not switch
 * on again by a key below it; and what is swept may not be set on the command line: rows would be called after values that they do not have.
 *
 * <h2>Settings</h2>
 *
 * <p>The keys of settings are the components of {@link io.github.psbench.train.Recipe} and of the records in it, in kebab-case, and
 * {@code data} and {@code protocol}. There is no other schema: a new component, or a new record permitted by a sealed interface, is
 * accepted, checked, located and explained as soon as it compiles (see {@link io.github.psbench.base}). Keys may be dotted or nested. A bare
 * word chooses a variant: {@code backbone: resnet18} is {@code backbone: {name: resnet18}}. {@code none} switches off what is nullable. No
 * record of settings may call a component "name".
 *
 * <h2>Layers</h2>
 *
 * <p>Settings are laid over each other, later ones winning:
 *
 * <ol>
 *   <li>what the records declare with {@code @Default};
 *   <li>the protocol's preset;
 *   <li>{@code defaults};
 *   <li>the profile's {@code set}: it sizes the whole table, so it lies below what makes a column or a row. A row "without pretraining" stays
 *       without in a profile that shortens pretraining;
 *   <li>the data set's entry;
 *   <li>the profile's entry for the data set, where its {@code datasets} is a mapping and no list: for settings that suit a data set only at
 *       that size;
 *   <li>the row's entry: rows are what a table compares, so they overrule data sets;
 *   <li>the profile's entry for the row, likewise;
 *   <li>the point of the sweep;
 *   <li>{@code --set} of the command line, in the order given.
 * </ol>
 *
 * <p>The protocol is that of the uppermost layer that names one, so one row of a table may follow the released code. Mappings are laid key by
 * key; but a mapping that names another variant than the one below replaces it whole, as do words, numbers, lists and {@code none}. Values
 * keep their place, so a mistake is reported where it was written, and once, however many trials it spoils. A file is checked in all its
 * profiles, whichever is asked for.
 */
@NullMarked
package io.github.psbench.spec;

import org.jspecify.annotations.NullMarked;
