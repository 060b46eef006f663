package io.github.psbench.run;

import io.github.psbench.run.work.TaskState;
import io.github.psbench.spec.TrialSpec;

/** Hears what becomes of the trials that a runner starts. All calls come from the thread that the runner runs in. */
public interface TrialListener {
    TrialListener NONE = new TrialListener() {
        @Override
        public void began(String id, TrialSpec trial) {}

        @Override
        public void moved(String id, TrialSpec trial, TaskState now) {}

        @Override
        public void ended(TrialOutcome trial) {}
    };

    /** Its process was started; again, where it is a retry. */
    void began(String id, TrialSpec trial);

    /** It was seen to be further than before, up to five times a second. */
    void moved(String id, TrialSpec trial, TaskState now);

    /** Its process has ended, and the trial stands as it is told here. */
    void ended(TrialOutcome trial);
}
