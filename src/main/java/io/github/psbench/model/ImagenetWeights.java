package io.github.psbench.model;

import io.github.psbench.base.Name;
import io.github.psbench.base.Places;

/**
 * A backbone trained on ImageNet's 1000 classes, without its classifier. The registry {@code imagenet.json} says which file that is; it is
 * looked for under the data root's {@code weights/}, and fetched where an address is known.
 */
@Name("imagenet")
public record ImagenetWeights() implements Weights {
    /** @throws io.github.psbench.base.Failure of kind USAGE if no ImageNet weights are known for the backbone, or DATA, as for loading */
    @Override
    public String digest(Backbone backbone, Places places) {
        return ImagenetRegistry.entry(backbone).resolve(backbone, places).digest(backbone, places);
    }

    @Override
    public void load(Backbone backbone, Network network, Places places) {
        ImagenetRegistry.entry(backbone).resolve(backbone, places).load(backbone, network, places);
    }
}
