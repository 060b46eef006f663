/**
 * The networks: image encoders and the category encoder, and the files from which their weights come.
 *
 * <p>A {@link io.github.psbench.model.Layer} is a function of arrays that says which named tensors it needs; it holds none. A
 * {@link io.github.psbench.model.Network} is layers together with their tensors: it makes them, applies the layers with them, hands them
 * to whoever trains or saves them, and frees them when it is closed. {@link io.github.psbench.model.Layers} puts layers together.
 *
 * <pre>{@code
 * Backbone backbone = new ResNet50(new ImagenetWeights(), 1);
 * Layer head = new Embedding(128, List.of(512, 128)).from(backbone.features());
 * try (Network features = Network.of(backbone.layers(), random, manager)) {
 *     backbone.weights().load(backbone, features, places);
 *     NDArray pooled = features.forward(pictures, false); // [n, 3, height, width] to [n, 2048]
 * }
 * }</pre>
 *
 * <h2>Backbones</h2>
 *
 * The records of {@link io.github.psbench.model.Backbone}. ResNet-18 and ResNet-50 are torchvision's: same names, shapes, strides, padding,
 * normalisation and starting values, so that their weights fit and the same input gives the same output. To add one: a record that
 * implements {@code Backbone}, its {@link io.github.psbench.base.Name}, and its entry in the interface's list.
 *
 * <h2>Weights</h2>
 *
 * {@link io.github.psbench.model.Weights} are always a safetensors file, never a pickle: {@code weights: imagenet}, a file on this machine,
 * or one that is fetched over https and checked against its SHA-256. Loading is strict: every missing, unexpected or misshapen tensor is
 * reported, and what is to be left out is said under {@code omit}. What {@code imagenet} stands for is written in {@code imagenet.json}.
 * The file for ResNet-50 is made once, from torchvision's weights:
 *
 * <pre>{@code
 * pip install torchvision safetensors
 * python - <<'END'
 * import torchvision, safetensors.torch
 * model = torchvision.models.resnet50(weights="IMAGENET1K_V1")
 * safetensors.torch.save_file(model.state_dict(), "resnet50_imagenet.safetensors")
 * END
 * mv resnet50_imagenet.safetensors DATA/weights/
 * }</pre>
 *
 * <h2>Native memory</h2>
 *
 * What a forward pass returns belongs to the manager of its input; what lies between is closed on the way, apart from what the backward
 * pass needs. Gradients are recorded on a thread unless the engine was told otherwise there: collect them with the engine's
 * {@code GradientCollector}, and evaluate on the thread that started the engine, where they are off.
 */
@NullMarked
package io.github.psbench.model;

import org.jspecify.annotations.NullMarked;
