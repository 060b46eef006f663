package io.github.psbench.run;

import io.github.psbench.base.ErrorKind;

/** What the exit code of {@code psbench trial run} says. */
public enum TrialExit {
    DONE,
    FAILED,
    /** Another process is at the trial. */
    ELSEWHERE,
    /** It was asked to stop, and goes on in the next run. */
    STOPPED,
    /** Whatever else: the process could not begin, or did not come to its end. */
    CRASHED;

    /** Ends with which another process may have more luck later, as sysexits.h has it. */
    private static final int TEMPORARY_FAILURE = 75;

    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;

    /** Of a process that could say how its trial ended. */
    public static int code(TrialRun.Ending ending) {
        return switch (ending) {
            case DONE -> 0;
            case FAILED -> ErrorKind.TRIAL_FAILED.exitCode();
            case ELSEWHERE -> TEMPORARY_FAILURE;
        };
    }

    static TrialExit of(int code) {
        if (code == 0) {
            return DONE;
        }
        if (code == ErrorKind.TRIAL_FAILED.exitCode()) {
            return FAILED;
        }
        return switch (code) {
            case TEMPORARY_FAILURE -> ELSEWHERE;
            case INTERRUPTED, TERMINATED -> STOPPED;
            default -> CRASHED;
        };
    }

    /** "exit code 3", or "signal 9 (SIGKILL, also sent where memory runs out)". */
    static String inWords(int code) {
        int signal = code - 128;
        return switch (signal) {
            case 4 -> "signal 4 (SIGILL)";
            case 6 -> "signal 6 (SIGABRT)";
            case 7 -> "signal 7 (SIGBUS)";
            case 9 -> "signal 9 (SIGKILL, which is also what the system sends where memory runs out)";
            case 11 -> "signal 11 (SIGSEGV)";
            default -> signal > 0 && signal < 65 ? "signal " + signal : "exit code " + code;
        };
    }
}
