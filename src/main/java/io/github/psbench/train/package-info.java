/**
 * Training: a {@link io.github.psbench.train.Recipe} and a seed make a model out of a data set.
 *
 * <p>Two stages, each a loop over epochs with a plain gradient step. {@link io.github.psbench.train.AttributePretraining} teaches the
 * backbone to recognise attributes, one softmax head a group, and throws the heads away.
 * {@link io.github.psbench.train.EncoderTraining} then learns the image encoder f, the category encoder g and the weights w of the semantic
 * margin together. What comes out are {@link io.github.psbench.train.Encoders}, which embed pictures and categories into one space, and
 * which can be restored from their tensors.
 *
 * <p>Everything random comes from streams that are named after what they are for and derived from the trial's seed: the starting values of
 * each network, and for each epoch of each stage the order of the images with which of them are mirrored, how they are cropped, and what of
 * them is erased. So an epoch's order does not depend on how many numbers were drawn before it, nor on whether pictures are cropped, and
 * the same seed gives the same bits on the same CPU.
 *
 * <p>{@link io.github.psbench.train.PictureTensors} makes the tensors that a network takes in. Pixels come out of the mapped cache batch by
 * batch; on a GPU, all of them are uploaded once where they fill no more than half of its free memory, and batches are gathered there (this
 * has been tested on the CPU's memory only, on no GPU yet). All else is done by the device, in this order: mirroring
 * ({@code flip}), {@link io.github.psbench.train.PaddedCrop} ({@code crop}), normalisation, {@link io.github.psbench.train.RandomErasing}
 * ({@code erasing}). Pictures that are embedded are only normalised. On two cores feeding took 0.8 to 1 % of a step of resnet-slim at 64 x 32,
 * batches of 64 and 128.
 *
 * <p>Arrays of a step live in a manager of that step, which closes with it; parameters, momenta and running statistics live as long as their
 * network or optimiser.
 */
@NullMarked
package io.github.psbench.train;

import org.jspecify.annotations.NullMarked;
