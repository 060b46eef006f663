/**
 * Data sets of person search: people's attributes, their pictures, and which of them are learned from and which are searched.
 *
 * <h2>What a data set is</h2>
 *
 * A {@link io.github.psbench.data.PersonDataset} is training images and a gallery. Every image has a
 * {@link io.github.psbench.data.PersonCategory}: one value of each {@link io.github.psbench.data.AttributeGroup} of the data set's
 * {@link io.github.psbench.data.AttributeSchema}. {@link io.github.psbench.data.Encoding} says how that becomes the vector p: a bit a value, the
 * one-hots of the groups one after the other, or a bit an attribute. In a group whose attributes do not exclude each other, such as what a
 * person carries in PETA, every combination that occurs is a value. The gallery is searched once for each category that occurs in it. Categories come in order of first appearance, images in the order that each data set documents,
 * and both are part of every result.
 *
 * <p>A {@link io.github.psbench.data.DataSource} is a data set as an experiment file names it:
 *
 * <table>
 *   <caption>Data sets</caption>
 *   <tr><th>name</th><th>class</th><th>people and pictures</th></tr>
 *   <tr><td>{@code synthped}</td><td>{@link io.github.psbench.data.SynthPed}</td><td>drawn by psbench, nothing to fetch</td></tr>
 *   <tr><td>{@code market1501}</td><td>{@link io.github.psbench.data.Market1501}</td><td>Zheng et al., annotated by Lin et al.</td></tr>
 *   <tr><td>{@code peta}</td><td>{@link io.github.psbench.data.Peta}</td><td>Deng et al.</td></tr>
 *   <tr><td>{@code pa100k}</td><td>{@link io.github.psbench.data.Pa100k}</td><td>Liu et al.</td></tr>
 *   <tr><td>{@code csv-folder}</td><td>{@link io.github.psbench.data.CsvFolder}</td><td>the user's own</td></tr>
 * </table>
 *
 * <p>Its {@link io.github.psbench.data.PersonDataset#digest() digest} covers schema, annotation and the bytes of every picture, but not where
 * they lie; results are known by it. That of the pictures alone is what decoded pixels are kept under, so that encodings share them. For data
 * sets in files it is remembered in the cache ({@code digests/}) for as long as no file's size or
 * time of last change differs; after a change that hides from both, delete that folder.
 *
 * <h2>A data set of one's own</h2>
 *
 * {@link io.github.psbench.data.CsvFolder} ({@code csv-folder}) reads any folder with two files and pictures; {@code psbench data init DIR}
 * makes one to start from, and {@code psbench data export DATASET DIR} one of any other data set.
 *
 * <dl>
 *   <dt>{@code schema.yaml}
 *   <dd>The groups, in the order of the schema: {@code groups: {gender: {one-of: [male, female]}, carrying: {any-of: [backpack, umbrella]}}}.
 *       Of {@code one-of} a person has exactly one value, {@code none} may be one; of {@code any-of} any number of attributes. A group's values
 *       are then the combinations that occur in the rows.
 *   <dt>{@code images.csv}
 *   <dd>UTF-8, a row an image, cells between commas and quoted where they hold commas. The first line names the columns, in any order:
 *       {@code path}, {@code split} and one for each group. {@code path} counts from the folder, with slashes, and leads to a picture in it; a link
 *       that leads out is refused. {@code split} is {@code train} or {@code gallery}, and both have images. The cell of a {@code one-of} group is
 *       one value; that of an {@code any-of} group joins attributes by {@code |}, such as {@code backpack|umbrella}, and is empty or
 *       {@code none} for none.
 *   <dt>pictures
 *   <dd>JPEG, PNG or BMP, of any size and wherever in the folder. Files that no row names are left alone.
 * </dl>
 *
 * <p>Images come in the order of their rows, training images before the gallery. Mistakes in both files are told at once, with file and line,
 * and are of kind DATA. An exported data set has the schema, categories, order and pixels of the original, so training gives the same numbers;
 * the names of its images and its digest are others. Identities of people have no place in it, and a data set that trains on them is not exported.
 *
 * <h2>Pixels</h2>
 *
 * {@link io.github.psbench.data.picture} decodes files and resizes pictures.
 *
 * <ol>
 *   <li>{@link io.github.psbench.data.PixelCache} does so once a data set, size, filter and revision of the decoder, on all processors, and
 *       keeps the bytes in {@code pixels/} in the cache, from where they are mapped. The file's first lines say what it is
 *       ({@code head -n 5}); it may be deleted at any time that nothing runs. Market-1501 takes 0.7 GB at 128 x 64 and 2.9 GB at 256 x 128.
 *       Pictures are held one a processor, so 100,000 of them need no more memory than ten: they were read with a heap of 256 MB.
 *   <li>Runs may share a cache. One that finds pixels missing takes the lock beside them ({@code .lock}, an empty file that stays) and fills
 *       them; others wait, say so, and find them filled. The lock goes with its process. The file is written aside ({@code .part}) and renamed
 *       when it is whole, so that a run which is killed leaves no half of a cache; the next one removes the leftover.
 * </ol>
 *
 * <h2>Adding a data set</h2>
 *
 * A folder of pictures needs no code, see above. For a data set with an annotation of its own form, {@code Pa100k} is the pattern to follow:
 *
 * <ol>
 *   <li>One record that implements {@link io.github.psbench.data.DataSource}, with a {@link io.github.psbench.base.Name} for experiment files
 *       and its settings as components, and its name in that interface's {@code permits} list. {@link io.github.psbench.data.Origin} says where
 *       it is to be had and how it lies on disk.
 *   <li>Its groups as a table in {@code src/main/resources/groups/}, in the form of {@code schema.yaml} above, oddities named in comments
 *       ({@code GroupTable}); {@code BinaryAttributes} and {@code Describing} make schema and categories of an annotation that says yes or no.
 *   <li>One class that finds the files below {@link io.github.psbench.base.Places#data()} ({@code Pa100kFolder}), one that reads the annotation
 *       ({@code Pa100kAnnotation}, on {@code MatlabFile}), and one that holds both against each other ({@code Pa100kInventory}): an
 *       {@code Inventory} has images to train on and to search, in an order that does not depend on the machine, and a
 *       {@link io.github.psbench.data.Fault} for everything that does not fit. Loading and verifying follow from it.
 *   <li>What makes it useless (a missing folder or field, a value out of range) is a {@link io.github.psbench.base.Failure} of kind DATA that names
 *       file and field and, for what is missing, the layout.
 *   <li>A test that makes a small folder like the real one, spoils it in every such way, and reads the real annotation where it is there.
 * </ol>
 */
@NullMarked
package io.github.psbench.data;

import org.jspecify.annotations.NullMarked;
