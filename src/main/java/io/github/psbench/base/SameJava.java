package io.github.psbench.base;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start another process with the Java, the options and the classes of this one. */
public final class SameJava {
    /** Of tools that watch the process that they were started with. */
    private static final List<String> NOT_INHERITED =
            List.of("-javaagent:", "-agentlib:", "-agentpath:", "-Dpsbench.columns=");

    /** May have been set after the start, when it is not among the options. */
    private static final String ENGINE_CACHE = "DJL_CACHE_DIR";

    private SameJava() {}

    /** The command line up to and with the main class; to be extended by its arguments. */
    public static List<String> command(Class<?> mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith))
                .forEach(command::add);
        String engineCache = System.getProperty(ENGINE_CACHE);
        if (engineCache != null) {
            command.add("-D" + ENGINE_CACHE + "=" + engineCache);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        return command;
    }
}
