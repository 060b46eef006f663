/**
 * Running an experiment: from its trials to a store of results that can be stopped, moved and gone on with.
 *
 * <p>{@link io.github.psbench.run.Plan} gives every trial its identity and says how far it is. {@link io.github.psbench.run.Runner} takes those
 * that are not done, and has a {@link io.github.psbench.run.Launcher} place each in a process of its own:
 * {@link io.github.psbench.run.ForkingLauncher} starts {@code psbench trial run <id>} on this machine, which is
 * {@link io.github.psbench.run.TrialRun}. A process that crashes, hangs or is killed costs its trial alone. The runner knows of its trials only what
 * their leases and files tell, so that they may as well run elsewhere; see {@link io.github.psbench.run.work}, which also says how any number of
 * runners share a store.
 *
 * <p>{@link io.github.psbench.run.RunStore} keeps what trials leave: plain files, in one folder a trial, which is there whole or not at all:
 *
 * <pre>
 * runs/&lt;id&gt;/              a finished trial
 *   trial.json            what was run: the resolved settings, the digests of data and weights
 *   launch.json           how: experiment, row, data set, and the settings with the places of what they name
 *   environment.json      where: git commit, JDK, engine, processor, threads, trials at once, decoder, command; of the process that finished it
 *   changes.diff          what was not committed, if anything
 *   metrics.jsonl         one line a gradient step: stage, epoch, step, losses, learning rates; with a validation split, one an epoch
 *   queries.safetensors   embeddings [n, d] and labels [n] of the queries; `psbench score` reads it
 *   gallery.safetensors   likewise of the gallery
 *   prototypes.safetensors  of the training categories: embeddings [n, d], bits [n, K], groups [G], the bits of each attribute group
 *   weights.safetensors   every tensor of both encoders, and w
 *   w.json                w by the names of what it weighs, where there is one
 *   times.json            seconds of each stage, over all attempts; of its steps, warm-up left out: number, median, quartiles, busy processors
 *   scores.json           what it is all for: scores over all queries, and over those of seen and of unseen categories
 *   log.txt               what happened, for people, and all that its processes printed
 * work/&lt;id&gt;/              a trial that is not finished: leases, attempts, checkpoints, launch.json, log.txt, failure.json
 * backbones/&lt;id&gt;/         a pretrained backbone
 * </pre>
 *
 * <p>Attribute pretraining depends neither on the loss nor on the embedding. A pretrained backbone therefore has an id of its own and is made by
 * the first trial that needs it and read by all others; {@link io.github.psbench.run.Cost} says what that saves. A trial always starts from
 * the file, so that it comes to the same bytes whether it made the backbone or found it.
 *
 * <p>A trial's id is the SHA-256 of the canonical JSON (RFC 8785) of everything that its numbers depend on: resolved settings, seed, digests of
 * data and weights, and {@link io.github.psbench.train.TwoStageTraining#REVISION}. Paths, thread counts and the names of rows and columns are
 * not in it, so that moving data or renaming a row runs nothing again, and two rows that are the same share their trials.
 */
@NullMarked
package io.github.psbench.run;

import org.jspecify.annotations.NullMarked;
