package io.github.psbench.train;

/** A part of a picture, in pixels; nothing where height or width is 0. */
record Rectangle(int top, int left, int height, int width) {
    static final Rectangle NONE = new Rectangle(0, 0, 0, 0);
}
