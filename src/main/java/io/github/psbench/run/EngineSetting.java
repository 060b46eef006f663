package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.device.ComputeDevice;
import io.github.psbench.device.GlobalContext;
import io.github.psbench.train.Precision;
import io.github.psbench.train.Recipe;

/**
 * How the engine of this process is to compute.
 *
 * @param deterministic whether a GPU is to come to the same bits each time
 */
public record EngineSetting(ComputeDevice device, Precision precision, boolean deterministic) {
    static EngineSetting of(Recipe recipe, ComputeDevice device) {
        return new EngineSetting(device, recipe.precision(), recipe.deterministic());
    }

    /** @throws Failure of kind TRIAL_FAILED if the device has no such precision */
    public void apply() {
        device.useThreads();
        if (device.isGpu()) {
            GlobalContext context = GlobalContext.ofEngine();
            context.allowTf32(precision == Precision.TF32);
            context.deterministic(deterministic);
        } else if (precision == Precision.TF32) {
            throw new Failure(
                    ErrorKind.TRIAL_FAILED,
                    "`precision: tf32` is of GPUs, and this trial was to compute on the processor. Run it with --device gpu, or with"
                            + " --set precision=float32, which is another trial.",
                    null);
        }
    }
}
