package io.github.psbench.device;

import io.github.psbench.base.Failure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The native parts of the engine on the class path, known without loading them.
 *
 * @param bridgeFor the version of libtorch that the bridge from Java was built for, such as "2.7.1"
 * @param djl the version of DJL that the bridge belongs to, such as "0.35.1"
 * @param libtorch the version of the libtorch that comes along, such as "2.7.1"; "(none)" where none does
 * @param flavor what that libtorch is built for, as its distributors name it: "cpu", or "cu128" for CUDA 12.8
 */
public record EngineNatives(String bridgeFor, String djl, String libtorch, String flavor) {
    private static final String NONE = "(none)";
    private static final String LIBRARY_PATH = "PYTORCH_LIBRARY_PATH";
    private static final String VERSION = "PYTORCH_VERSION";
    private static final String FLAVOR = "PYTORCH_FLAVOR";

    private static final List<String> VERSION_HEADERS =
            List.of("torch/csrc/api/include/torch/version.h", "torch/version.h", "torch/headeronly/version.h");
    private static final Pattern VERSION_IN_HEADER = Pattern.compile("#define TORCH_VERSION[\\s\\\\]+\"([^\"]+)\"");

    public static EngineNatives onClassPath() {
        String[] bridge = property("/jnilib/pytorch.properties", "jni_version").split("-", 2);
        String libtorch = property("/native/lib/pytorch.properties", "version").split("-", 2)[0];
        return new EngineNatives(
                bridge[0],
                bridge.length < 2 ? "(unknown)" : bridge[1],
                libtorch,
                property("/native/lib/pytorch.properties", "flavor"));
    }

    /** What the libtorch in force is built for; empty if that is not said. */
    public String flavor(Map<String, String> environment) {
        return isElsewhere(environment) || libtorch.equals(NONE) ? environment.getOrDefault(FLAVOR, "") : flavor;
    }

    /** Whether the libtorch in force can use GPUs. */
    public boolean usesCuda(Map<String, String> environment) {
        return flavor(environment).startsWith("cu");
    }

    /** Which libtorch is in force, and how it came here. */
    public String source(Map<String, String> environment) {
        String named = flavor(environment);
        if (isElsewhere(environment)) {
            return "libtorch " + bridgeFor + " for " + named + " from " + environment.get(LIBRARY_PATH) + " ("
                    + LIBRARY_PATH + ")";
        }
        return libtorch.equals(NONE)
                ? "libtorch " + bridgeFor + " for " + named + ", which the engine fetches once"
                : "libtorch " + libtorch + " for " + named + ", which comes with this build";
    }

    private static boolean isElsewhere(Map<String, String> environment) {
        return !environment.getOrDefault(LIBRARY_PATH, "").isEmpty();
    }

    /**
     * Why these natives must not be loaded together; empty if they fit. A libtorch of another version than the bridge's loads without
     * complaint and then computes nonsense or ends the process.
     *
     * @param environment of this process: {@code PYTORCH_LIBRARY_PATH}, {@code PYTORCH_VERSION} and {@code PYTORCH_FLAVOR} make the engine
     *     use a libtorch from elsewhere
     */
    public Optional<Misfit> misfit(Map<String, String> environment) {
        String version = environment.getOrDefault(VERSION, "");
        if (!version.isEmpty() && !sameRelease(version)) {
            return Optional.of(new Misfit(
                    VERSION + " is " + version + ", and the bridge in this build is for libtorch " + bridgeFor,
                    "Unset " + VERSION + " and " + LIBRARY_PATH + " to use the libtorch that comes with psbench."));
        }
        if (isElsewhere(environment)) {
            return misfitElsewhere(environment.getOrDefault(LIBRARY_PATH, ""), environment);
        }
        if (libtorch.equals(NONE)) {
            return flavor(environment).isEmpty()
                    ? Optional.of(new Misfit(
                            "the build holds no libtorch, and " + FLAVOR + " does not say which the engine is to fetch",
                            "Set " + FLAVOR + "=cu128, or " + LIBRARY_PATH
                                    + " to a libtorch of yours; README, \"GPUs\"," + " has both."))
                    : Optional.empty();
        }
        return sameRelease(libtorch)
                ? Optional.empty()
                : Optional.of(new Misfit(
                        "the build holds libtorch " + libtorch + " and a bridge for " + bridgeFor,
                        "Make libtorch.version in pom.xml one that the bridge of djl.version is built for."));
    }

    private Optional<Misfit> misfitElsewhere(String folders, Map<String, String> environment) {
        String found = versionIn(folders);
        if (!sameRelease(found)) {
            return Optional.of(new Misfit(
                    LIBRARY_PATH + " is " + folders + ", where libtorch is of version " + found
                            + ", and the bridge in this build is for libtorch " + bridgeFor,
                    "Unset it, or point it to the lib folder of libtorch " + bridgeFor + "."));
        }
        if (flavor(environment).isEmpty()) {
            return Optional.of(new Misfit(
                    LIBRARY_PATH + " is set and " + FLAVOR + " is not",
                    "Set " + FLAVOR + "=cpu, or cu128 for a libtorch with CUDA 12.8, and " + VERSION + "=" + bridgeFor
                            + "."));
        }
        return Optional.empty();
    }

    /** @throws Failure of kind RESOURCES if the natives do not fit; to be called before the engine is used */
    public static void requireFit(Map<String, String> environment) {
        onClassPath().misfit(environment).ifPresent(misfit -> {
            throw Failure.resources(
                    "The engine's native libraries do not fit together: %s. %s", misfit.found(), misfit.remedy());
        });
    }

    /**
     * What does not fit, and what to do.
     *
     * @param found a clause
     * @param remedy a sentence
     */
    public record Misfit(String found, String remedy) {}

    /** "2.7.1" is meant by "2.7.1+cpu" and "2.7.1-20250812" too, not by "2.7.10". */
    private boolean sameRelease(String version) {
        return version.split("[+-]", 2)[0].equals(bridgeFor);
    }

    /** Both libtorch's own archive and Python's torch package keep their headers beside lib/, older ones in another folder. */
    private static String versionIn(String folders) {
        for (String folder : folders.split(File.pathSeparator, -1)) {
            for (String header : VERSION_HEADERS) {
                Path file = Path.of(folder).resolveSibling("include").resolve(header);
                if (Files.isReadable(file)) {
                    try {
                        Matcher matcher = VERSION_IN_HEADER.matcher(Files.readString(file));
                        if (matcher.find()) {
                            return matcher.group(1);
                        }
                    } catch (IOException e) {
                        return "(unknown: " + e + ")";
                    }
                }
            }
        }
        return "(unknown: there is no include/" + VERSION_HEADERS.get(0) + " beside it)";
    }

    private static String property(String resource, String key) {
        try (InputStream in = EngineNatives.class.getResourceAsStream(resource)) {
            if (in == null) {
                return NONE;
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(key, "(unknown)");
        } catch (IOException e) {
            return "(unreadable: " + e + ")";
        }
    }
}
