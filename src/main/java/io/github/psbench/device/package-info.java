/**
 * What trials compute on: the processor, or a GPU.
 *
 * <p>{@link io.github.psbench.device.DeviceInventory} knows the GPUs of this machine, {@link io.github.psbench.device.DeviceChoice} picks from
 * them what {@code --device} asks for, and {@link io.github.psbench.device.ComputeDevice} is one of these, or the processor. A trial's process
 * is shown its own device alone, so that nothing of it lands on another. {@link io.github.psbench.device.EngineNatives} tells which libtorch
 * is in force, and whether it can use a GPU at all; {@link io.github.psbench.device.GlobalContext} sets how libtorch computes there.
 */
@NullMarked
package io.github.psbench.device;

import org.jspecify.annotations.NullMarked;
