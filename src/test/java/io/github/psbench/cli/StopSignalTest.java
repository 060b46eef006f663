package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StopSignalTest {
    @Test
    void workGoesOnUntilTheProcessIsAskedToEnd() {
        try (StopSignal signal = new StopSignal(Progress.SILENT);
                Progress.Task task = signal.begin("work", 2)) {
            task.advance(1);
            task.note("still here");
        }
    }

    @Test
    @Timeout(30)
    void thenItStopsAtItsNextStepAndTheProcessWaitsForItsEnd() throws InterruptedException {
        StopSignal signal = new StopSignal(Progress.SILENT);
        Progress.Task task = signal.begin("work", 2);
        CountDownLatch asked = new CountDownLatch(1);
        Thread end = new Thread(() -> {
            asked.countDown();
            signal.stop();
        });
        end.start();
        asked.await();
        assertThatThrownBy(() -> {
                    while (true) {
                        task.advance(0);
                        Thread.onSpinWait();
                    }
                })
                .isInstanceOf(CancellationException.class);
        assertThat(end.isAlive()).as("waits for the work's end").isTrue();
        signal.close();
        end.join();
    }
}
