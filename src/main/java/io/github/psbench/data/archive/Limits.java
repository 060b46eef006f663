package io.github.psbench.data.archive;

/**
 * What an archive may unpack to; far above any data set, far below what fills a disk.
 *
 * @param bytes the most bytes in all
 * @param ratio the most bytes for each byte of the archive
 * @param bytesAtAnyRatio so many bytes are fine whatever the ratio: tables of zeros and ones shrink as well as bombs do
 * @param entries the most files and folders
 */
record Limits(long bytes, long ratio, long bytesAtAnyRatio, int entries) {
    static final Limits USUAL = new Limits(64L << 30, 100, 64L << 20, 1_000_000);
}
