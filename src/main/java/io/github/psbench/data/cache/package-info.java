/**
 * What lies in the cache, and how it is cleared.
 *
 * <p>The cache holds what psbench can make again: {@code pixels/} (decoded and resized pictures), {@code synthped/} (drawn pictures),
 * {@code digests/} (digests of data sets in files), {@code weights/} (downloaded weights) and {@code engine/} (libraries that the engine has
 * unpacked). {@link io.github.psbench.data.cache.CacheContents} knows files by folder and name, and pixel files by their headings;
 * {@link io.github.psbench.data.cache.CacheClearing} removes only what is known so. Symbolic links are neither followed nor removed.
 */
@NullMarked
package io.github.psbench.data.cache;

import org.jspecify.annotations.NullMarked;
