package io.github.psbench.run.work;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that is at work.
 *
 * @param host its machine's name, for people
 * @param machine what only processes that see each other's numbers have in common: one start of one machine's system, and one space of
 *     process numbers; empty where that cannot be known
 * @param started when the process was started, in whatever the system counts; numbers are used again
 */
public record Holder(String host, String machine, long pid, String started) {
    private static final int FIELDS_BEFORE_START = 19;

    static Holder self() {
        long pid = ProcessHandle.current().pid();
        return new Holder(hostName(), thisMachine(), pid, startOf(pid));
    }

    /** Whether the process is known to be gone. Of another machine's, nothing is known. */
    boolean isGone() {
        return !machine.isEmpty()
                && machine.equals(thisMachine())
                && !started.isEmpty()
                && !started.equals(startOf(pid));
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }

    private static String thisMachine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }

    /** The 22nd field of the process's status on Linux; empty if there is no such process. The second field may hold spaces and brackets. */
    private static String startOf(long pid) {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields =
                    status.substring(status.lastIndexOf(')') + 1).strip().split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return ended ? "" : fields[FIELDS_BEFORE_START];
        } catch (IOException e) {
            return "";
        }
    }
}
