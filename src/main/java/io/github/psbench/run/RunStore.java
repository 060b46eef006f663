package io.github.psbench.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.psbench.base.ErrorKind;
import io.github.psbench.base.Failure;
import io.github.psbench.base.IoReason;
import io.github.psbench.base.WholeFile;
import io.github.psbench.eval.RetrievalScores;
import io.github.psbench.run.work.WorkFolder;
import io.github.psbench.settings.SettingsJson;
import io.github.psbench.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which every trial has a folder of its own; see the package's description for what is in it. */
public final class RunStore {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static final String SCORES = "scores.json";
    static final String TRIAL = "trial.json";
    static final String ENVIRONMENT = "environment.json";
    static final String LAUNCH = "launch.json";
    static final String FAILURE = "failure.json";

    private static final int ID_DIGITS = 64;

    /** The scores over all queries stand at the top, those over a part of them, if there are any, below their names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Scores(
            @JsonUnwrapped RetrievalScores all,
            @Nullable RetrievalScores seen,
            @Nullable RetrievalScores unseen) {}

    /** Why a trial failed. */
    private record FailedRun(String kind, String reason) {}

    private final Path runs;
    private final Path backbones;
    private final Path work;

    /** @param results the folder that holds {@code runs/}, {@code backbones/} and {@code work/}; made when first written to */
    public RunStore(Path results) {
        runs = results.resolve("runs");
        backbones = results.resolve("backbones");
        work = results.resolve("work");
    }

    /** The ids of all trials that have left something, finished or not, in order. */
    SortedSet<String> trials() {
        SortedSet<String> ids = new TreeSet<>(ids(runs));
        for (String id : works()) {
            if (Files.exists(work.resolve(id).resolve(LAUNCH))) { // the others are those of backbones
                ids.add(id);
            }
        }
        return ids;
    }

    /** 64 hexadecimal digits; without a pattern, as there may be ten thousand. */
    private static boolean isId(String name) {
        return name.length() == ID_DIGITS
                && name.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && !Character.isUpperCase(digit));
    }

    /** The ids of the trials whose folders have come into their place. */
    List<String> inPlace() {
        return ids(runs);
    }

    /** The ids of what is under way, of trials and of backbones. */
    List<String> works() {
        return ids(work);
    }

    /** The ids of the pretrained backbones. */
    List<String> backbones() {
        return ids(backbones);
    }

    private static List<String> ids(Path folders) {
        try (Stream<Path> each = Files.list(folders)) {
            return each.map(folder -> folder.getFileName().toString())
                    .filter(RunStore::isId)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw Failure.resources(
                    "%s cannot be read: %s.", folders, IoReason.of(e).why());
        }
    }

    /** What is under way of a trial. */
    public WorkFolder work(String id) {
        return new WorkFolder(work.resolve(id), folder(id), folder -> isDone(id));
    }

    /** What is under way of a pretrained backbone. */
    WorkFolder backboneWork(String id) {
        return new WorkFolder(work.resolve(id), backbone(id), folder -> new PretrainedBackbone(folder).isSound());
    }

    /** The folder of a pretrained backbone. */
    Path backbone(String id) {
        return backbones.resolve(id);
    }

    /** Whether a backbone is there, by the file that is written last. */
    boolean hasBackbone(String id) {
        return Files.exists(backbone(id).resolve(PretrainedBackbone.MADE));
    }

    /** What its finished trials took. */
    EarlierTimes trialTimes() {
        return new EarlierTimes(runs, inPlace(), TRIAL, TimesFile.NAME, "trainingSeconds", WorkKind::ofTraining);
    }

    /** What its pretrained backbones took. */
    EarlierTimes backboneTimes() {
        return new EarlierTimes(
                backbones,
                backbones(),
                PretrainedBackbone.CONTENT,
                PretrainedBackbone.MADE,
                "seconds",
                WorkKind::ofPretraining);
    }

    /** The folder of a trial. */
    public Path folder(String id) {
        return runs.resolve(id);
    }

    /** What a trial measured; null unless it is done. */
    @Nullable
    TrialResult result(String id) {
        return result(folder(id));
    }

    static @Nullable TrialResult result(Path folder) {
        Path scores = folder.resolve(SCORES);
        if (!Files.exists(scores)) {
            return null;
        }
        Scores values = read(scores, Scores.class);
        TimesFile times = TimesFile.read(folder);
        return new TrialResult(
                values.all(),
                values.seen(),
                values.unseen(),
                times.pretrainingSeconds(),
                times.trainingSeconds(),
                times.evaluationSeconds());
    }

    /**
     * How long a trial took, and on what; null unless it is done.
     *
     * @param id 64 hexadecimal digits
     * @throws Failure of kind DATA if that is damaged
     */
    public @Nullable TrialTimes times(String id) {
        Path folder = folder(id);
        if (!Files.exists(folder.resolve(SCORES))) {
            return null;
        }
        return TimesFile.read(folder).of(folder, this);
    }

    /** How the training of a trial that is done went; empty if there is none. */
    public Curves curves(String id) {
        return Curves.read(folder(id).resolve("metrics.jsonl"));
    }

    /** Whether a trial's last failure says nothing about the next attempt: a crash, or a lack of memory or disk. */
    boolean failedForWantOfLuck(String id) {
        Path failure = work(id).folder().resolve(FAILURE);
        return Files.exists(failure) && read(failure, FailedRun.class).kind().equals(ErrorKind.RESOURCES.name());
    }

    private boolean isDone(String id) {
        try {
            return result(id) != null;
        } catch (Failure damaged) {
            return false;
        }
    }

    /** Why a trial failed when it was last tried; null if it did not. */
    @Nullable
    String failure(String id) {
        Path failure = work(id).folder().resolve(FAILURE);
        return Files.exists(failure) ? read(failure, FailedRun.class).reason() : null;
    }

    /** Leaves what a process needs to run a trial. */
    void prepare(String id, Launch launch) {
        writeLaunch(work(id).folder(), launch);
    }

    private static void writeLaunch(Path folder, Launch launch) {
        writeJson(folder.resolve(LAUNCH), SettingsJson.of(launch));
    }

    /** How a trial that was prepared is run. */
    Launch prepared(String id) {
        Path launch = work(id).folder().resolve(LAUNCH);
        if (!Files.exists(launch)) {
            throw new Failure(
                    ErrorKind.USAGE,
                    "%s does not exist: no trial of that id is prepared. `psbench run` prepares and runs the trials of an experiment."
                            .formatted(launch),
                    null);
        }
        return SettingsReader.read(launch, Launch.class);
    }

    /** How a finished trial was run. */
    Launch launched(String id) {
        Path launch = folder(id).resolve(LAUNCH);
        if (!Files.exists(launch)) {
            throw Failure.data(
                    "%s does not exist, so it is not known how this trial was launched: an earlier psbench did not keep that. Run its experiment"
                            + " in another folder with --results instead.",
                    launch);
        }
        return SettingsReader.read(launch, Launch.class);
    }

    /** Says in a trial's folder what is about to be run, and where. */
    static void describe(Path folder, TrialIdentity identity, Launch launch, JsonNode environment) {
        writeLaunch(folder, launch);
        writeJson(folder.resolve(TRIAL), identity.content());
        writeJson(folder.resolve(ENVIRONMENT), environment);
    }

    /** Makes a trial done, once its folder is in its place. */
    static void write(Path folder, TrialResult result, MeasuredStages stages) {
        writeJson(folder.resolve(TimesFile.NAME), TimesFile.of(result, stages));
        writeJson(folder.resolve(SCORES), new Scores(result.scores(), result.seen(), result.unseen()));
    }

    /** Forgets an earlier failure. */
    void forgetFailure(String id) throws IOException {
        Files.deleteIfExists(work(id).folder().resolve(FAILURE));
    }

    /** Makes a trial failed; the next run tries it again. */
    void fail(String id, ErrorKind kind, String reason) {
        writeJson(work(id).folder().resolve(FAILURE), new FailedRun(kind.name(), reason));
    }

    static void writeJson(Path file, Object value) {
        try {
            WholeFile.write(file, JSON.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records and trees can be written as JSON", e);
        }
    }

    static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new Failure(
                    ErrorKind.DATA,
                    String.format(
                            "%s is damaged: it is not the JSON that psbench wrote there. The next run makes this trial anew.",
                            file),
                    e);
        }
    }
}
