package io.github.psbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.psbench.base.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final String CLEAR = "\r\u001B[K";

    private final StringWriter written = new StringWriter();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void aTerminalShowsOneLineThatIsRedrawn() {
        try (Progress.Task task = onTerminal(80).begin("training seed 0", 7100)) {
            pass(SECOND);
            task.note("loss 2.31");
            task.advance(3200);
        }
        assertThat(written.toString())
                .isEqualTo(CLEAR + "training seed 0  [..........]  0 %  0/7.1k  loss 2.31" + CLEAR);
    }

    @Test
    void theLineTellsPaceAndTimeLeft() {
        Progress.Task task = onTerminal(100).begin("training seed 0", 7100);
        pass(4 * SECOND);
        task.advance(3200);
        assertThat(written.toString())
                .isEqualTo(CLEAR + "training seed 0  [####......]  45 %  3.2k/7.1k  800/s  00:05 left");
    }

    @Test
    void theLineIsDrawnAtMostTenTimesASecond() {
        Progress.Task task = onTerminal(80).begin("reading", 100_000);
        for (int i = 0; i < 10_000; i++) {
            pass(MILLISECOND / 10);
            task.advance(1);
        }
        assertThat(lines(CLEAR)).hasSizeBetween(9, 10);
    }

    @Test
    void theLineNeverReachesTheEdgeOfTheTerminal() {
        Progress.Task task = onTerminal(30).begin("reading pictures of 𝓜arket-1501", 100);
        pass(SECOND);
        task.advance(1);
        List<String> shown = lines(CLEAR);
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).codePointCount(0, shown.get(0).length())).isEqualTo(29);
    }

    @Test
    void onANarrowTerminalTheBarGivesWayToTheNumbers() {
        Progress.Task task = onTerminal(60).begin("training seed 0", 7100);
        pass(4 * SECOND);
        task.advance(3200);
        assertThat(written.toString()).isEqualTo(CLEAR + "training seed 0  45 %  3.2k/7.1k  800/s  00:05 left");
    }

    @Test
    void tasksBesideEachOtherHaveLinesOfTheirOwn() {
        TerminalProgress progress = onTerminal(70);
        Progress.Task all = progress.begin("trials", 4);
        Progress.Task first = progress.beside("seed 0: training", 100);
        Progress.Task second = progress.beside("seed 1: training", 100);
        pass(SECOND);
        first.advance(20);
        pass(SECOND);
        second.note("loss 2.31");
        first.close();
        assertThat(written.toString())
                .isEqualTo(CLEAR + "trials  [..........]  0 %  0/4\n"
                        + "  seed 0: training  [##........]  20 %  20/100  20/s  00:04 left\n"
                        + "  seed 1: training  [..........]  0 %  0/100"
                        + "\u001B[2A\r\u001B[J" + "trials  [..........]  0 %  0/4\n"
                        + "  seed 0: training  [##........]  20 %  20/100  20/s  00:03 left\n"
                        + "  seed 1: training  [..........]  0 %  0/100  loss 2.31"
                        + "\u001B[2A\r\u001B[J");
        all.advance(1);
    }

    @Test
    void workThatIsGoneOnWithIsNotCountedAsPace() {
        Progress.Task task = onTerminal(100).begin("training", 100);
        task.resume(40);
        pass(4 * SECOND);
        task.advance(20);
        assertThat(written.toString()).isEqualTo(CLEAR + "training  [######....]  60 %  60/100  5/s  00:08 left");
    }

    @Test
    void tasksWithinTasksShareTheLineAndLeaveIt() {
        TerminalProgress progress = onTerminal(120);
        try (Progress.Task outer = progress.begin("table2", 9)) {
            pass(30 * SECOND);
            outer.advance(1);
            pass(SECOND);
            try (Progress.Task inner = progress.begin("training Ours, seed 1", 50)) {
                pass(SECOND);
                inner.advance(25);
            }
            pass(SECOND);
            outer.advance(1);
        }
        assertThat(lines(CLEAR))
                .contains(
                        "table2  1/9  03:58 left > training Ours, seed 1  [#####.....]  50 %  25/50  25/s  00:01 left")
                .last()
                .asString()
                .isEqualToIgnoringNewLines("table2  2/9 done in 00:33");
    }

    @Test
    void aShortTaskLeavesNothingAndALongOneLeavesASummary() {
        TerminalProgress progress = onTerminal(80);
        try (Progress.Task brief = progress.begin("brief", 1)) {
            pass(9 * SECOND);
            brief.advance(1);
        }
        try (Progress.Task lasting = progress.begin("lasting", 500)) {
            pass(92 * SECOND);
            lasting.note("loss 1.02");
            lasting.advance(500);
        }
        assertThat(lines("\n").stream().map(line -> line.substring(line.lastIndexOf(CLEAR) + CLEAR.length())))
                .containsExactly("lasting  500 in 01:32  loss 1.02");
    }

    @Test
    void elsewhereALineIsAddedEveryTenSecondsAndNothingIsRedrawn() {
        try (Progress.Task task = elsewhere().begin("training", 100)) {
            for (int second = 0; second < 25; second++) {
                pass(SECOND);
                task.advance(1);
            }
        }
        assertThat(lines("\n"))
                .containsExactly(
                        "training  10 %  10/100  1/s  01:30 left",
                        "training  20 %  20/100  1/s  01:20 left", "training  25/100 done in 00:25");
    }

    @Test
    void elsewhereShortTasksAreSilent() {
        TerminalProgress progress = elsewhere();
        for (int i = 0; i < 3; i++) {
            try (Progress.Task task = progress.begin("brief", 1)) {
                pass(2 * SECOND);
                task.advance(1);
            }
        }
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Progress.Task task = elsewhere().begin("lasting", 1);
        pass(20 * SECOND);
        task.close();
        task.close();
        assertThat(lines("\n")).containsExactly("lasting  0/1 done in 00:20");
    }

    @Test
    void threadsMayAdvanceTheSameTask() throws InterruptedException {
        Progress.Task task = elsewhere().begin("reading", 40_000);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int done = 0; done < 10_000; done++) {
                    task.advance(1);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        pass(10 * SECOND);
        task.close();
        assertThat(lines("\n")).containsExactly("reading  40k in 00:10");
    }

    private TerminalProgress onTerminal(int columns) {
        return new TerminalProgress(new PrintWriter(written), OptionalInt.of(columns), clock::get);
    }

    private TerminalProgress elsewhere() {
        return new TerminalProgress(new PrintWriter(written), OptionalInt.empty(), clock::get);
    }

    private void pass(long nanos) {
        clock.addAndGet(nanos);
    }

    private List<String> lines(String separator) {
        return List.of(written.toString().split(java.util.regex.Pattern.quote(separator), -1)).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
