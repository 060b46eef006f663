package io.github.psbench.search;

import io.github.psbench.data.PersonCategory;
import io.github.psbench.data.picture.RgbImage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is searched.
 *
 * @param name unique among them: in its data set, or the path below the folder
 * @param category what the annotation says of the person; null where there is none
 * @param picture decodes the picture anew at each call; throws {@link io.github.psbench.base.Failure} of kind DATA, naming the file, where it
 *     is missing or damaged
 */
public record SearchedImage(String name, @Nullable PersonCategory category, Supplier<RgbImage> picture) {}
