package io.github.psbench.cli;

import java.time.Duration;
import java.util.Locale;

/** How far a piece of work has come, how fast it goes, and when it will be done. Times are in nanoseconds of one clock. */
final class Pace {
    private static final double MEMORY_NANOS = 15e9;
    private static final int BAR = 10;

    private final long units;
    private final long began;
    private long done;
    private long lastAdvance;

    // Units and nanoseconds of the past, each fading alike: their quotient follows a change of pace within
    // MEMORY_NANOS, and is the plain
    // average before that.
    private double recentUnits;
    private double recentNanos;

    Pace(long units, long now) {
        this.units = units;
        began = now;
        lastAdvance = now;
    }

    void advance(long more, long now) {
        long passed = now - lastAdvance;
        double kept = StrictMath.exp(-passed / MEMORY_NANOS);
        recentUnits = recentUnits * kept + more;
        recentNanos = recentNanos * kept + passed;
        done += more;
        lastAdvance = now;
    }

    /** Counts what was done before the clock ran. */
    void resume(long earlier) {
        done += earlier;
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - began);
    }

    /** "[####......]" */
    String bar() {
        int full = (int) (BAR * Math.min(done, units) / units);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    /** "45 %  3.2k/7.1k  812/s  00:41 left", without what is not yet known. */
    String describe(long now) {
        String text = 100 * Math.min(done, units) / units + " %  " + count();
        return recentUnits > 0 && recentNanos > 0 ? text + "  " + rate() + "  " + left(now) : text;
    }

    /** "3.2k/7.1k" */
    String count() {
        return shortNumber(done) + "/" + shortNumber(units);
    }

    /** "00:41 left", or nothing where nothing has been done yet. */
    String left(long now) {
        if (recentUnits <= 0 || recentNanos <= 0) {
            return "";
        }
        double nanos = Math.max(0, units - done) * recentNanos / recentUnits - (now - lastAdvance);
        return clock(Duration.ofSeconds(Math.max(0, Math.round(nanos / 1e9)))) + " left";
    }

    /** "7.1k in 01:32", or how much of it was done. */
    String summary(long now) {
        return (done >= units ? shortNumber(done) : count() + " done") + " in " + clock(elapsed(now));
    }

    private String rate() {
        double perSecond = recentUnits / recentNanos * 1e9;
        return perSecond >= 0.95
                ? shortNumber(Math.round(perSecond)) + "/s"
                : String.format(Locale.ROOT, "%.1f s each", 1 / perSecond);
    }

    private static String shortNumber(long number) {
        if (number < 1000) {
            return Long.toString(number);
        }
        double thousands = number / 1e3;
        return thousands < 999.5 ? threeDigits(thousands) + "k" : threeDigits(number / 1e6) + "M";
    }

    private static String threeDigits(double number) {
        return String.format(Locale.ROOT, number < 9.95 ? "%.1f" : "%.0f", number);
    }

    private static String clock(Duration time) {
        String minutes = String.format(Locale.ROOT, "%02d:%02d", time.toMinutesPart(), time.toSecondsPart());
        return time.toHours() == 0 ? minutes : time.toHours() + ":" + minutes;
    }
}
