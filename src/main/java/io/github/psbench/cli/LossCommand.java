package io.github.psbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "loss", description = "")
final class LossCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
