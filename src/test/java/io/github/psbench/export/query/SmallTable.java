package io.github.psbench.export.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.psbench.report.text.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A table of trials that are told in JSON. */
final class SmallTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<TrialFacts> trials = new ArrayList<>();

    /** Four rows, three of them with the regulariser; the last trial has no scores. */
    static TrialTable usual() {
        return new SmallTable()
                .with("{'id': 'a0', 'row': 'Ours', 'seed': 0, 'rank1': 60.5, 'map': 66.1}", asmr(6))
                .with("{'id': 'a1', 'row': 'Ours', 'seed': 1, 'rank1': 50, 'map': 66.4}", asmr(6))
                .with("{'id': 'a2', 'row': 'Ours', 'seed': 2, 'rank1': 58, 'map': 65.8}", asmr(6))
                .with("{'id': 'b0', 'row': 'Ours, lambda = 2', 'seed': 0, 'rank1': 70, 'map': 40}", asmr(2.5))
                .with(
                        "{'id': 'c0', 'row': 'Baseline', 'seed': 0, 'rank1': 9.25, 'map': 4.625}",
                        "{'loss': {'asmr': 'none'}}")
                .with(
                        "{'id': 'd0', 'row': 'MA to CosFace', 'seed': 0, 'state': 'failed'}",
                        "{'loss': {'asmr': 'none'}, 'flip': true}")
                .table();
    }

    private static String asmr(double lambda) {
        return "{'flip': true, 'loss': {'asmr': {'lambda': " + lambda + ", 'form': {'name': 'paper'}}}}";
    }

    SmallTable with(String facts, String settings) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        all.putAll(Leaves.of(json("{'experiment': 'table4', 'dataset': 'synthped', 'state': 'done'}"), "."));
        all.putAll(Leaves.of(json(facts), "."));
        trials.add(new TrialFacts(all, Leaves.of(json(settings), ".")));
        return this;
    }

    TrialTable table() {
        return TrialTable.of(trials);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The ids of the trials that meet a condition. */
    static List<String> ids(TrialTable table, String condition) {
        ConditionText source = new ConditionText(condition);
        TrialTable chosen = table.where(new Matching(source, table).lines(ConditionReader.read(source)));
        TrialColumn id = chosen.columns().get(0);
        return IntStream.range(0, chosen.trials())
                .mapToObj(line -> CellText.exact(chosen.cell(line, id)))
                .toList();
    }
}
