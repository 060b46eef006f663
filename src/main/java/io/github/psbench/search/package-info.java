/**
 * Search: a finished trial's model looks for people by their attributes, in the gallery of its data set or in anybody's pictures.
 *
 * <p>{@link io.github.psbench.search.PersonSearch} is opened on a {@link io.github.psbench.run.StoredModel}. It knows the schema of the
 * trial's data set and {@link io.github.psbench.search.KnownCategories}: all training and query categories with their embeddings, which the
 * trial keeps. A {@link io.github.psbench.data.AttributeQuery} becomes one embedding by
 * {@link io.github.psbench.search.Interpretation}, by this rule:
 *
 * <ul>
 *   <li>A query that allows one value of each attribute group is one category, and is embedded as it is, known or not.
 *   <li>Else the categories that fit it are those of the known ones that have an allowed value of each group.
 *       {@link io.github.psbench.search.OpenRule#AVERAGE} adds up their embeddings, each once, however many images it has;
 *       {@link io.github.psbench.search.OpenRule#FREQUENT} takes the one with the most training images, of equals the first.
 *   <li>Where none fits, each group that is not decided gets the allowed value that most training images have, of those of the known
 *       categories that agree with the query in as many decided groups as any does; a category without training images counts as one image.
 * </ul>
 *
 * <p>Known categories are embedded by the rows that the trial keeps in {@code prototypes.safetensors} and {@code queries.safetensors}, and the
 * gallery by {@code gallery.safetensors}: what {@code psbench runs gc} leaves is enough for most searches. Weights are needed for a category
 * that is not known, and for pictures of one's own. These are decoded, resized and normalised as training pictures are, batch by batch, so that
 * a folder may hold any number of them; nothing of them is kept.
 *
 * <p>The score is the cosine of query and image in double precision; equal scores are ranked by the images' order.
 *
 * <p>{@link io.github.psbench.search.SearchPage} and {@link io.github.psbench.search.SearchPicture} write what was found for people to look
 * at. Both contain the pictures themselves, of whoever is in them.
 */
@NullMarked
package io.github.psbench.search;

import org.jspecify.annotations.NullMarked;
