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
        return get("_ZNK2at7Context15allowTF32CuBLASEv") && get("_ZNK2at7Context14allowTF32CuDNNEv");
    }

    /**
     * Whether only algorithms are chosen that come to the same bits each time. Where libtorch has none it says so on standard error, and
     * goes on.
     */
    public void deterministic(boolean only) {
        function("_ZN2at7Context26setDeterministicAlgorithmsEbb").invokeVoid(new Object[] {context, only, true});
        set("_ZN2at7Context21setDeterministicCuDNNEb", only);
    }

    /** Whether {@link #deterministic} holds. */
    public boolean isDeterministic() {
        return get("_ZNK2at7Context23deterministicAlgorithmsEv") && get("_ZNK2at7Context18deterministicCuDNNEv");
    }

    private void set(String name, boolean value) {
        function(name).invokeVoid(new Object[] {context, value});
    }

    /** A C++ bool is the lowest byte of what is returned. */
    private boolean get(String name) {
        return (function(name).invokeInt(new Object[] {context}) & 0xff) != 0;
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
