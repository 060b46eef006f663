package io.github.psbench.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real libtorch, which knows the switches of its GPU part also where there is no GPU. */
class GlobalContextTest {
    private GlobalContext context;

    @BeforeEach
    void loadEngine() {
        assertThat(Engine.getInstance().getEngineName()).isEqualTo("PyTorch");
        context = GlobalContext.ofEngine();
    }

    @AfterEach
    void asItWas() {
        context.allowTf32(false);
        context.deterministic(false);
    }

    @Test
    void precisionIsWhatItWasSetTo() {
        context.allowTf32(true);
        assertThat(context.allowsTf32()).isTrue();
        context.allowTf32(false);
        assertThat(context.allowsTf32()).isFalse();
    }

    @Test
    void determinismIsWhatItWasSetTo() {
        assertThat(context.isDeterministic()).isFalse();
        context.deterministic(true);
        assertThat(context.isDeterministic()).isTrue();
        context.deterministic(false);
        assertThat(context.isDeterministic()).isFalse();
    }

    @Test
    void aTrialComputesWithItsThreads() {
        int before = JniUtils.getNumThreads();
        ComputeDevice.cpu(1).useThreads();
        assertThat(JniUtils.getNumThreads()).isEqualTo(1);
        ComputeDevice.cpu(2).useThreads();
        assertThat(JniUtils.getNumThreads()).isEqualTo(2);
        ComputeDevice.cpu(before).useThreads();
    }
}
