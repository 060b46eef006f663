package io.github.psbench.data.synthped;

/**
 * One image to be drawn.
 *
 * @param name unique in the data set, such as "train/p0012_003"
 * @param attributes what the annotation says of the person, also where the image does not show it
 * @param person the person's number; people of train and gallery have different ones
 * @param index the image's number, counted through the training images and then the gallery
 */
public record Shot(String name, Attributes attributes, int person, int index) {}
