package io.github.psbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "score", description = "")
final class ScoreCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UnsupportedOperationException();
    }
}
