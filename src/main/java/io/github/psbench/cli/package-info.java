/**
 * The commands of {@code ./psbench}, one class each, and what they share: options, progress, endings. There is no logic here: a command
 * reads its arguments, calls the package that does the work, and prints.
 *
 * <p>Rules that every command keeps:
 *
 * <ul>
 *   <li>Standard output takes only the facts that were asked for, so that it can be piped; everything else goes to standard error. Both are
 *       {@code spec.commandLine().getOut()} and {@code getErr()}, which are UTF-8 wherever one lives.
 *   <li>Where facts are printed, {@code --format json} prints them as one JSON document.
 *   <li>What a person can mend is a {@link io.github.psbench.base.Failure}; {@link io.github.psbench.cli.Psbench} prints its message and ends
 *       with the exit code of its kind. Anything else that escapes is a fault of psbench: a sentence, a report in a file, exit code 70.
 *       {@code --debug} shows the stack trace of either.
 *   <li>Commands that use the engine first call {@code EngineNatives.requireFit}: libraries that do not fit do not fail, they compute nonsense.
 *   <li>{@code --help}, {@code --version} and {@code --debug} come from {@code Psbench}; commands need not declare them.
 * </ul>
 *
 * <p>A new command is a class here with {@code @Command}, and its name in the list on {@code Psbench}.
 */
@NullMarked
package io.github.psbench.cli;

import org.jspecify.annotations.NullMarked;
