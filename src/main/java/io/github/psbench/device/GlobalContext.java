package io.github.psbench.device;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import io.github.psbench.base.Failure;
import java.nio.file.Path;

/**
 * The switches of libtorch that DJL does not reach, by way of {@code at::globalContext()}. They hold for this whole process. The engine must
 * have been loaded.
 *
 * <p>libtorch is C++; its functions are called by the names that its compiler gave them (Itanium ABI, Linux and macOS). One that is not
 * there is said, so that nothing is ever recorded that was not set.
 */
public final class GlobalContext {
    private final NativeLibrary libtorch;
    private final Pointer context;

    private GlobalContext(NativeLibrary libtorch) {
        this.libtorch = libtorch;
        this.context = function("_ZN2at13globalContextEv").invokePointer(new Object[0]);
    }

    /** @throws Failure of kind RESOURCES, as all of these methods, if this libtorch has no such switches */
    public static GlobalContext ofEngine() {
        Path library = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu"));
        return new GlobalContext(NativeLibrary.getInstance(library.toString()));
    }

    /** Whether products of matrices and convolutions on a GPU round their factors to TF32, with 10 bits after the point instead of 23. */
    public void allowTf32(boolean allowed) {
        set("_ZN2at7Context18setAllowTF32CuBLASEb", allowed);
        set("_ZN2at7Context17setAllowTF32CuDNNEb", allowed);
    }

    /** Whether {@link #allowTf32} holds for products of matrices and for convolutions. */
    public boolean allowsTf32() {
        return get("_ZNK2at7Context15allowTF32CuBLASEv") && allowsTf32InCudnn();
    }

    /** From libtorch 2.9 on it is asked of an operation, or as here of all of them: an empty std::optional, whose eight bytes are passed as one number. */
    private boolean allowsTf32InCudnn() {
        String ofAnOperation = "_ZNK2at7Context14allowTF32CuDNNESt8optionalINS_9Float32OpEE";
        return has(ofAnOperation)
                ? isTrue(function(ofAnOperation).invokeInt(new Object[] {context, 0L}))
                : get("_ZNK2at7Context14allowTF32CuDNNEv");
    }

    /**
     * Whether only algorithms are chosen that come to the same bits each time. Where libtorch has none it says so on standard error, and
     * goes on.
     */
    public void deterministic(boolean only) {
        function("_ZN2at7Context26setDeterministicAlgorithmsEbb")
                .invokeVoid(new Object[] {context, bool(only), bool(true)});
        set("_ZN2at7Context21setDeterministicCuDNNEb", only);
    }

    /** Whether {@link #deterministic} holds. */
    public boolean isDeterministic() {
        return get("_ZNK2at7Context23deterministicAlgorithmsEv") && get("_ZNK2at7Context18deterministicCuDNNEv");
    }

    private void set(String name, boolean value) {
        function(name).invokeVoid(new Object[] {context, bool(value)});
    }

    /** JNA passes a Java boolean as 0 or -1, and a C++ bool must be 0 or 1: libtorch compares such flags bit by bit. */
    private static int bool(boolean value) {
        return value ? 1 : 0;
    }

    /** A C++ bool is the lowest byte of what is returned. */
    private static boolean isTrue(int returned) {
        return (returned & 0xff) != 0;
    }

    private boolean get(String name) {
        return isTrue(function(name).invokeInt(new Object[] {context}));
    }

    private boolean has(String name) {
        try {
            return libtorch.getFunction(name) != null;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    private Function function(String name) {
        try {
            return libtorch.getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            throw Failure.resources(
                    "%s has no switch for precision or determinism that psbench needs on a GPU (%s). Use a libtorch that README, \"GPUs\", names.",
                    libtorch.getFile(), String.valueOf(e.getMessage()));
        }
    }
}
