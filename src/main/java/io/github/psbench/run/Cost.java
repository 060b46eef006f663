package io.github.psbench.run;

/**
 * What a plan takes, in wall time on this store's machines. "Apart" is what it would be if no trial shared its pretraining.
 *
 * @param spent on the trials that are done
 * @param due for those that are not
 * @param space for those that are not
 */
public record Cost(Spent spent, Due due, Space space) {
    /**
     * An estimate of what the trials to be run take up.
     *
     * @param memoryBytes of the device, by the trial that takes most
     * @param diskBytes of the results, beyond what is there
     * @param workBytes of the results' disk as well, by the trial that takes most, for as long as it is under way: its checkpoints
     */
    public record Space(long memoryBytes, long diskBytes, long workBytes) {}

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
