package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class EndingTest {
    @Test
    void aFailureEndsWithItsOwnMessageAndKind() {
        assertThat(Ending.of(Failure.data("The file a.mat is missing. Put it there.")))
                .isEqualTo(new Ending(ErrorKind.DATA, "The file a.mat is missing. Put it there."));
    }

    @Test
    void aFailureOfAnotherThreadIsFoundInItsWrapping() {
        Throwable thrown =
                new CompletionException(new IllegalStateException(Failure.usage("batch must be >= 1, got 0.")));
        assertThat(Ending.of(thrown)).isEqualTo(new Ending(ErrorKind.USAGE, "batch must be >= 1, got 0."));
    }

    @Test
    void aFullDiskIsNoFaultOfOurs() {
        Ending ending = Ending.of(new UncheckedIOException(new IOException("No space left on device")));
        assertThat(ending.kind()).isEqualTo(ErrorKind.RESOURCES);
        assertThat(ending.message()).contains("The disk is full", "Free some space");
    }

    @Test
    void fullMemoryOfJavaSaysHowToGetMore() {
        Ending ending = Ending.of(new OutOfMemoryError("Java heap space"));
        assertThat(ending.kind()).isEqualTo(ErrorKind.RESOURCES);
        assertThat(ending.message()).contains("Java heap space", "PSBENCH_JAVA_OPTS=-Xmx");
    }

    @Test
    void fullMemoryOfTheEngineSaysHowToNeedLess() {
        Ending ending = Ending.of(
                new RuntimeException(
                        "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 99 bytes.\nat"));
        assertThat(ending.kind()).isEqualTo(ErrorKind.RESOURCES);
        assertThat(ending.message())
                .contains("you tried to allocate 99 bytes", "smaller batch")
                .doesNotContain("\n");
    }

    @Test
    void anythingElseIsAFaultOfOurs() {
        Ending ending = Ending.of(new IndexOutOfBoundsException("Index 3 out of bounds for length 3"));
        assertThat(ending.kind()).isEqualTo(ErrorKind.INTERNAL);
        assertThat(ending.message())
                .isEqualTo(
                        "This is a fault of psbench, not yours: java.lang.IndexOutOfBoundsException: Index 3 out of bounds for"
                                + " length 3.");
    }
}
