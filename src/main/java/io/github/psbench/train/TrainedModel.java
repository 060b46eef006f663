package io.github.psbench.train;

import org.jspecify.annotations.Nullable;

/**
 * What training leaves behind.
 *
 * @param encoders closed with this
 * @param weights w of the semantic margin after the last step; null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record TrainedModel(Encoders encoders, float @Nullable [] weights) implements AutoCloseable {
    @Override
    public void close() {
        encoders.close();
    }
}
