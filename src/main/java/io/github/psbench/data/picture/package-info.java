/**
 * From a file to pixels: {@link io.github.psbench.data.picture.ImageDecoder}, then {@link io.github.psbench.data.picture.Resampler}. Both give,
 * byte for byte, what Pillow gives, with which published numbers were made.
 *
 * <ol>
 *   <li>JPEG, PNG and BMP are decoded to 8-bit RGB, told by their content, not their name. JPEGs are turned upright by their EXIF orientation.
 *       Grey is repeated three times; 16 bits lose the lower 8; palettes are looked up; transparent pixels are laid over white; CMYK and YCCK
 *       are taken as inverted, as Adobe stores them, and mixed without a colour profile; embedded colour profiles are ignored.
 *   <li>A file that is empty, cut short, or no picture, whose decoder warns of corrupt data, whose PNG checksums do not match, or that has more
 *       than 20,000 pixels a side or 100,000,000 in all, is a failure that names it. Nothing is filled with grey.
 *   <li>Resizing is antialiased: bilinear or bicubic (a = -1/2) with a support that grows as the picture shrinks, rows first, rounded to 8 bits
 *       between rows and columns.
 * </ol>
 *
 * <p>Raise {@code ImageDecoder.REVISION} with every change that alters a pixel.
 */
@NullMarked
package io.github.psbench.data.picture;

import org.jspecify.annotations.NullMarked;
