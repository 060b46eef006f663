package io.github.psbench.device;

import java.util.List;

/** The GPUs of a machine. */
@FunctionalInterface
public interface DeviceInventory {
    /** Those that this process may use, by index; empty where there are none. What is free of their memory is as of now. */
    List<Gpu> gpus();
}
