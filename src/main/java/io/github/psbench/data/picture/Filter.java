package io.github.psbench.data.picture;

/** How a picture is resampled; both kinds are antialiased when they shrink. */
public enum Filter {
    BILINEAR,
    BICUBIC
}
