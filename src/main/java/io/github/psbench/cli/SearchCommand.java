package io.github.psbench.cli;

import io.github.psbench.base.Failure;
import io.github.psbench.base.Progress;
import io.github.psbench.data.AttributeQuery;
import io.github.psbench.data.AttributeSchema;
import io.github.psbench.device.EngineNatives;
import io.github.psbench.report.figure.PrivateFolder;
import io.github.psbench.report.page.Commands;
import io.github.psbench.run.StoredModel;
import io.github.psbench.run.StoredTrial;
import io.github.psbench.run.TrialState;
import io.github.psbench.search.OpenRule;
import io.github.psbench.search.PersonSearch;
import io.github.psbench.search.QueryParts;
import io.github.psbench.search.SearchFolder;
import io.github.psbench.search.SearchPage;
import io.github.psbench.search.SearchPicture;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        description = {
            "Searches people by their attributes with the model of a finished trial: in the gallery of the trial's data set, or in pictures of"
                    + " your own. Prints the ranking, and writes it as a picture and as a page that stands alone.",
            "A query is a list of attributes and values with commas between: gender=female, upper-colour=red|blue, hat=yes. --list shows all"
                    + " that can stand in it. What it leaves open is handled by --open: with average, the embeddings of all training and query"
                    + " categories that fit the query are averaged, each counting once; with frequent, the one of them with the most"
                    + " training images is taken. Where none fits, what is open is filled with the most frequent values. The output says which"
                    + " categories were searched with.",
            "Weights are needed for your own pictures, and for a category that is in no image of the data set; for other searches the"
                    + " embeddings are enough that `runs gc` leaves."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:wrong usage, a query that is not understood, or a trial that is not finished",
            "3:data, weights or pictures missing or damaged",
            "4:the picture or the page cannot be written"
        },
        footer = {
            "",
            "Examples:",
            "  psbench search --trial 4d98c961 --list",
            "  psbench search --trial 4d98c961 --query 'gender=female, upper-colour=red, hat=yes'",
            "  psbench search --trial 4d98c961 --query hat=yes --query 'bag=backpack|handbag' --open frequent --top 20",
            "  psbench search --trial 4d98c961 --query upper-colour=red --images ~/pictures --out red --format json"
        })
final class SearchCommand implements Callable<Integer> {
    private static final int MOST = 100;

    @Option(names = "--trial", required = true, paramLabel = "ID", description = StoreOption.ID)
    private String id = "";

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            description = "Whom to search; may be given several times, for several searches.")
    private List<String> queries = new ArrayList<>();

    @Option(
            names = "--list",
            description = "Print what can stand in a query, and how many images are like that, and search nothing.")
    private boolean list;

    @Option(
            names = "--open",
            paramLabel = "RULE",
            defaultValue = "AVERAGE",
            description =
                    "What is done about attributes that a query leaves open: average or frequent. Default: average.")
    private OpenRule open = OpenRule.AVERAGE;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many images to find. Default: ${DEFAULT-VALUE}.")
    private int top = 10;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description =
                    "Search the JPEG, PNG and BMP files in this folder and below it instead of the gallery. Files that cannot be decoded are"
                            + " told and left out. Of the trial's data set only the annotation is needed then.")
    private @Nullable Path images;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write search.png and index.html. Default: RESULTS/search/ID-QUERY.")
    private @Nullable Path out;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private DataRootOption data = new DataRootOption();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        if (!list && queries.isEmpty()) {
            throw Failure.usage(
                    "--query is missing: whom to search, such as --query 'gender=female, hat=yes'. --list shows what can stand in it.");
        }
        if (queries.stream().anyMatch(QueryOption::isEmpty)) {
            throw Failure.usage(
                    "--query must name an attribute and its value at least, such as gender=female; --list shows"
                            + " them all.");
        }
        if (top < 1 || top > MOST) {
            throw Failure.usage("--top must be in 1..%d, got %d.", MOST, top);
        }
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw Failure.usage("--out must name a folder, got the file '%s'.", out);
        }
        EngineNatives.requireFit(System.getenv());
        return StopSignal.during(command.commandLine().getErr(), "Nothing was written.", progress -> {
            StoredTrial trial = store.trials().find(id);
            if (trial.state() != TrialState.DONE) {
                throw Failure.usage(
                        "Trial %s is %s; only a finished one can search. `psbench run` finishes it.",
                        trial.shortId(), TrialListing.inWords(trial.state()));
            }
            StoredModel model = StoredModel.of(store.store(), trial);
            PersonSearch search = images == null && !list
                    ? PersonSearch.of(model, data.places(), progress)
                    : PersonSearch.ofOthers(model, data.places(), progress);
            if (list) {
                print(search);
            } else {
                search(search, progress);
            }
            return 0;
        });
    }

    private void print(PersonSearch search) {
        List<QueryParts.Part> parts = QueryParts.of(search.schema(), search.people());
        command.commandLine()
                .getOut()
                .print(format.chosen() == OutputFormat.JSON ? SearchListing.json(parts) : SearchListing.text(parts));
    }

    private void search(PersonSearch search, Progress progress) {
        AttributeSchema schema = search.schema();
        List<PersonSearch.AskedFor> asked = queries.stream()
                .map(query -> new PersonSearch.AskedFor(query.strip(), AttributeQuery.parse(schema, query)))
                .toList();
        PersonSearch.Outcome outcome =
                search.search(asked, open, images, top, devices.devices().get(0), progress);
        Path folder = folder();
        List<String> care = care(search);
        if (!care.isEmpty()) {
            PrivateFolder.keepOut(folder);
        }
        Path page = folder.resolve(SearchPage.FILE);
        String typed =
                Commands.psbench(command.root().commandLine().getParseResult().originalArgs());
        SearchPage.write(page, SearchListing.about(search, outcome), outcome, typed, care);
        List<Path> files = new ArrayList<>(List.of(page));
        PrintWriter err = command.commandLine().getErr();
        try {
            files.addAll(SearchPicture.write(folder, SearchListing.about(search, outcome), outcome));
        } catch (Failure noFonts) {
            err.println("psbench: the picture is missing: " + noFonts.getMessage());
        }
        PrintWriter writer = command.commandLine().getOut();
        writer.print(
                format.chosen() == OutputFormat.JSON
                        ? SearchListing.json(search, outcome, files)
                        : SearchListing.text(search, outcome, files));
        writer.flush();
        care.forEach(err::println);
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        List<String> apart = new ArrayList<>();
        if (images != null) {
            apart.add(images.toAbsolutePath().normalize().toString());
        }
        if (open != OpenRule.AVERAGE) {
            apart.add(open.name());
        }
        return SearchFolder.of(store.results(), store.trials().find(id).shortId(), queries, apart);
    }

    /** What to say once; nothing about people who were drawn. */
    private List<String> care(PersonSearch search) {
        return images == null && !search.model().spec().data().showsRealPeople()
                ? List.of()
                : List.of(
                        "What was written %s pictures of real people. Hand nothing of it on where the terms of the data set, or the people in the pictures, do not allow it; a .gitignore keeps the folder out of git."
                                .formatted(images == null ? "shows" : "may show"));
    }
}
