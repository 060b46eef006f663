/**
 * What the encoders are trained to minimise: L = L_alignment + lambda R (equation 1 of the ASMR paper), a {@link
 * io.github.psbench.loss.Loss}.
 *
 * <p><b>The maths.</b> An image encoder gives m images, a category encoder gives one prototype for each of the n person categories of the
 * training set; both are scaled to length 1 ({@link io.github.psbench.loss.UnitRows}). An {@link io.github.psbench.loss.AlignmentLoss}
 * sees their cosines only: m x n numbers and a label for each image. The semantic margin regulariser R ({@link
 * io.github.psbench.loss.SemanticMargin}) sees the prototypes only, and asks that the cosine of two of them, less the mean cosine mu, be
 * delta: a number between 0 and 1 that falls with the weighted number of attributes in which the two categories differ ({@link
 * io.github.psbench.loss.DeltaForm}). The weights w ({@link io.github.psbench.loss.MarginWeights}) are learned with the encoders. As a
 * mean of squares,
 *
 * <pre>
 * R = Var_pairs(u_i.u_j - delta_ij) + (mean_pairs delta_ij)^2
 * </pre>
 *
 * so it fits centred cosines to centred deltas and pulls the mean delta down, that is the weights up: hence they are learned positive
 * without being constrained.
 *
 * <p><b>The alignment losses</b> differ in what the target, the cosine of an image and its own prototype, has to do. A softmax over all
 * prototypes asks that it be the largest ({@link io.github.psbench.loss.ScaledSoftmax}); a margin asks for more, on the angle ({@link
 * io.github.psbench.loss.MarginAlignment}), on the cosine ({@link io.github.psbench.loss.CosFace}) or by a multiple of the angle ({@link
 * io.github.psbench.loss.SphereFace}). {@link io.github.psbench.loss.ProxyNca} compares squared distances, and {@link
 * io.github.psbench.loss.ProxyAnchor} takes a softmax over images for each prototype. As prototypes are outputs of an encoder, what papers
 * say of the learning rate of their proxies has no place here.
 *
 * <p><b>In use.</b> {@link io.github.psbench.loss.SemanticMargin#over} prepares the categories once; {@link
 * io.github.psbench.loss.Loss#value} is called inside a gradient collector for each batch, and told how many steps came before: a schedule
 * follows from that number and nothing else, so that a loss keeps no state. Everything is computed in the type of its inputs, float32 or
 * float64; nothing of size n x n x K is ever made.
 *
 * <p><b>A loss in ten minutes.</b> Write one record that implements {@link io.github.psbench.loss.AlignmentLoss}, with its YAML name in
 * {@link io.github.psbench.base.Name}, its settings as components with {@link io.github.psbench.base.Default} values, and its ranges in
 * the compact constructor; add it to the {@code permits} of the interface. The experiment file, the training loop, {@code psbench loss} and
 * the tests that hold for all losses know it from then on; README.md shows one whole. In {@code value}, keep to these rules of the engine:
 *
 * <ul>
 *   <li>Never multiply, divide or bound by a Java number: take {@code Constant.of(number, array)}, which says why.
 *   <li>A result belongs to the manager of the array on which the method is called: call methods on the batch's arrays.
 *   <li>{@code toType} cuts the gradient.
 *   <li>The derivatives of sqrt at 0 and of acos at 1 are infinite, and infinity times 0 is NaN: bound the argument first.
 *   <li>Sum exponentials with {@code logSoftmax}, or after taking the largest exponent out: float32 ends at e^88. What is not to count has
 *       the exponent minus infinity, by {@code where} or {@code scatter}, never a factor 0; and something must be left to count.
 * </ul>
 */
@NullMarked
package io.github.psbench.loss;

import org.jspecify.annotations.NullMarked;
