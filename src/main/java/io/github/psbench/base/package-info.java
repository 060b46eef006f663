/**
 * What every other package may use and none of them owns: failures and their exit codes, the two annotations with which a
 * record declares itself to a YAML file, files written whole or not at all, digests, tensors in files, progress, and where things
 * lie on disk.
 *
 * <p>A setting is a record. Its components are the YAML keys (kebab-case), {@link io.github.psbench.base.Default} gives a key's value
 * when it is left out, and its compact constructor refuses values out of range with
 * {@link io.github.psbench.base.InvalidSetting#require}. A choice between variants is a sealed interface whose records carry
 * {@link io.github.psbench.base.Name}. Nothing else has to be said anywhere for the YAML reader to accept, check, locate and explain it.
 */
@NullMarked
package io.github.psbench.base;

import org.jspecify.annotations.NullMarked;
