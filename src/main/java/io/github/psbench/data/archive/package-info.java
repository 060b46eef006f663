/**
 * Archives of data sets that a user has downloaded: unpacked into the data root, whole or not at all.
 *
 * <p>{@link io.github.psbench.data.archive.Delivery} does it. Nothing is fetched, nothing that exists is overwritten, and what an archive
 * says of itself is not believed:
 *
 * <ol>
 *   <li>Its format is told by its first bytes: zip, tar, or tar compressed by gzip. What else people take for an archive (a web page saved
 *       under its name, RAR, 7z, a bare MATLAB file) is refused in words of its own.
 *   <li>It is unpacked into {@code .psbench-unpacking} in the data root, which one process at a time may hold. An entry is refused, and the
 *       archive with it, if its name leads elsewhere, is absolute, has backslashes, control characters or more than 255 bytes between two
 *       slashes, or is another entry's but for case; if it is a link, a device, sparse or encrypted; or if its bytes do not have the length or
 *       checksum that the archive gives. {@code __MACOSX}, {@code .DS_Store} and {@code ._*} are left out. Archives in archives stay files.
 *   <li>Bytes and entries are counted while unpacking, against {@code Limits}.
 *   <li>What belongs to the data set is found by what it is ({@code Part}), whatever folders are around it, and renamed into its place
 *       ({@code DatasetParts}); the rest is dropped. Folders of Market-1501 and PETA are refused unless they
 *       hold as many pictures as the data set has; of PA-100K a part will do, and is told ({@code PictureCount}).
 *   <li>Whatever happens, {@code .psbench-unpacking} is removed at the end, and a data root that was made for nothing with it; after a crash, by
 *       the next delivery.
 * </ol>
 *
 * <p>A new data set that comes in archives needs a line in {@code DatasetParts}.
 */
@NullMarked
package io.github.psbench.data.archive;

import org.jspecify.annotations.NullMarked;
