package io.github.psbench.run.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final LeaseTerms QUICK = new LeaseTerms(Duration.ofMillis(10), Duration.ofSeconds(60));
    private static final Holder FAR_AWAY = new Holder("elsewhere", "another machine", 1, "1");

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void onlyOneHasItUntilItIsGivenBack() throws IOException {
        Lease first = take().orElseThrow();
        assertThat(take()).isEmpty();
        first.close();
        try (Lease second = take().orElseThrow()) {
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.isHeld()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void ofManyThatRaceOneTakesIt() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 50; round++) {
                Path work = folder.resolve("work " + round);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Optional<Lease>>> racers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Callable<Optional<Lease>> racer = () -> {
                        start.await();
                        return Lease.take(work, QUICK, List::of);
                    };
                    racers.add(threads.submit(racer));
                }
                start.countDown();
                List<Lease> taken = new ArrayList<>();
                for (Future<Optional<Lease>> racer : racers) {
                    racer.get().ifPresent(taken::add);
                }
                assertThat(taken).as("round %d", round).hasSize(1);
                taken.get(0).close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aProcessThatIsGoneFromThisMachineLeavesIt() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        assertThat(gone.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Holder self = Holder.self();
        held(1, new Holder(self.host(), self.machine(), gone.pid(), "12345"), 7);
        assertThat(new LeaseWatch(QUICK, clock::get).isFree(folder)).isTrue();
        try (Lease lease = take().orElseThrow()) {
            assertThat(lease.number()).isEqualTo(2);
        }
    }

    @Test
    void aProcessOfTheSameNumberThatWasStartedLaterDoesNotHoldIt() throws IOException {
        Holder self = Holder.self();
        held(1, new Holder(self.host(), self.machine(), self.pid(), self.started() + "0"), 7);
        take().orElseThrow().close();
    }

    @Test
    void aHolderOnAnotherMachineKeepsItAsLongAsItIsHeardOf() throws IOException {
        LeaseWatch watch = new LeaseWatch(QUICK, clock::get);
        for (int beat = 0; beat < 5; beat++) {
            held(1, FAR_AWAY, beat);
            assertThat(watch.isFree(folder)).isFalse();
            clock.addAndGet(Duration.ofSeconds(59).toNanos());
        }
        assertThat(watch.isAlive(folder)).isTrue();
        assertThat(take()).isEmpty();
    }

    @Test
    void aHolderOnAnotherMachineThatFallsSilentIsRelievedOfIt() throws IOException {
        LeaseWatch watch = new LeaseWatch(QUICK, clock::get);
        held(1, FAR_AWAY, 3);
        assertThat(watch.isAlive(folder)).isFalse();
        clock.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThat(watch.isFree(folder)).isFalse();
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(watch.isFree(folder)).isTrue();
        try (Lease lease = take().orElseThrow()) {
            assertThat(lease.number()).as("2 is the watcher's").isEqualTo(3);
        }
    }

    @Test
    @Timeout(60)
    void whoeverWasTakenForDeadFindsOutAndStops() throws IOException, InterruptedException {
        Lease sleeper = take().orElseThrow();
        Lease heir = Lease.takeOver(new LeaseFile(folder, 1), QUICK).orElseThrow();
        assertThat(sleeper.isHeld()).isFalse();
        assertThatThrownBy(sleeper::requireHeld).isInstanceOf(CancellationException.class);
        sleeper.close();
        assertThat(heir.isHeld()).isTrue();
        assertThat(take())
                .as("the sleeper cannot give back what is not its own")
                .isEmpty();
        heir.close();
    }

    @Test
    @Timeout(60)
    void theHeartTellsWhatIsUnderWay() throws IOException, InterruptedException {
        List<TaskState> tasks = List.of(new TaskState("training", 3, 10, "epoch 1", null, null));
        LeaseWatch watch = new LeaseWatch(QUICK, clock::get);
        try (Lease lease = Lease.take(folder, QUICK, () -> tasks).orElseThrow()) {
            while (watch.tasks(folder).isEmpty()) {
                Thread.sleep(1);
            }
            assertThat(watch.tasks(folder)).isEqualTo(tasks);
            while (!watch.isAlive(folder)) {
                Thread.sleep(1);
            }
            assertThat(lease.isHeld()).isTrue();
        }
        assertThat(watch.tasks(folder)).isEmpty();
    }

    @Test
    @Timeout(60)
    void aFolderThatIsClearedAwayEndsTheLease() throws IOException, InterruptedException {
        Lease lease = take().orElseThrow();
        Files.delete(folder.resolve("lease-000001"));
        assertThat(lease.isHeld()).isFalse();
        lease.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatWasCutOffWhileItWasWrittenIsHeldUntilItHasBeenSilent() throws IOException {
        Files.writeString(folder.resolve("lease-000004"), "{\"holder\":");
        LeaseWatch watch = new LeaseWatch(QUICK, clock::get);
        assertThat(take()).isEmpty();
        assertThat(watch.isFree(folder)).isFalse();
        clock.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(watch.isFree(folder)).isTrue();
        take().orElseThrow().close();
    }

    private Optional<Lease> take() throws IOException {
        return Lease.take(folder, QUICK, List::of);
    }

    private void held(int number, Holder holder, long beat) throws IOException {
        LeaseFile file = new LeaseFile(folder, number);
        LeaseFile.Content content = new LeaseFile.Content(holder, beat, false, List.of());
        if (Files.exists(file.path())) {
            file.overwrite(content);
        } else {
            file.create(content);
        }
    }
}
