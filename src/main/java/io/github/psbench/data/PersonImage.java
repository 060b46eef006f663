package io.github.psbench.data;

import java.util.function.Supplier;

/**
 * One crop of one person.
 *
 * @param name unique in its data set, such as the file's path below the data set's folder
 * @param category what the annotation says of the person
 * @param picture decodes the picture anew at each call; throws {@link io.github.psbench.base.Failure} of kind DATA, naming the file, where it
 *     is missing or damaged
 */
public record PersonImage(String name, PersonCategory category, Supplier<RgbImage> picture) {}
