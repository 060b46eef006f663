package io.github.psbench.run;

/**
 * What a plan takes, in wall time on this store's machines. "Apart" is what it would be if no trial shared its pretraining.
 *
 * @param spent on the trials that are done
 * @param due for those that are pending or failed
 */
public record Cost(Spent spent, Due due) {
    /**
     * @param trials how many are done, each counted once
     * @param seconds of training and evaluation
     * @param backbones how many pretrained ones they started from
     * @param pretrainingSeconds of these backbones, each once
     * @param pretrainingSecondsApart each as often as a trial started from it
     */
    public record Spent(
            int trials, double seconds, int backbones, double pretrainingSeconds, double pretrainingSecondsApart) {}

    /**
     * @param trials how many are to be run, each counted once
     * @param pretrained how many of them start from a pretrained backbone
     * @param backbones how many backbones are still to be pretrained for them
     * @param estimated for how many trials the times are known from finished ones like them: same data, input, backbone, batch
     * @param seconds of training and evaluation, of those estimated
     * @param pretrainingSeconds of the backbones to be made, of those estimated
     * @param pretrainingSecondsApart likewise, if each trial made its own
     */
    public record Due(
            int trials,
            int pretrained,
            int backbones,
            int estimated,
            double seconds,
            double pretrainingSeconds,
            double pretrainingSecondsApart) {}
}
