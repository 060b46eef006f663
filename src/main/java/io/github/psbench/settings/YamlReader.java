package io.github.psbench.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Builds located values from YAML text. It reads the parser's events, not the library's node trees: so it sees explicit tags, can bound
 * nesting before anything recurses, and can count what aliases would expand to.
 */
public final class YamlReader {
    private static final int DEEPEST = 50;
    private static final int MOST_VALUES = 50_000;
    private static final int LONGEST_KEY = 200;
    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    /** An anchor's value (null while it is still being read) and how many values it holds, itself included. */
    private record Anchored(@Nullable Located value, int size) {}

    /** Nothing sensible can be read after this mistake. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        Unreadable(Place place, String message) {
            super(message);
            this.place = place;
        }
    }

    private final Iterator<Event> events;
    private final Place start;
    private final Problems problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlReader(String text, Place start, Problems problems) {
        this.events = new Parse(LoadSettings.builder().setLabel(start.source()).build())
                .parseString(text)
                .iterator();
        this.start = start;
        this.problems = problems;
    }

    /**
     * Reads one document.
     *
     * @param start where the text begins
     * @return null if it cannot be read, and then {@code problems} says why
     */
    public static @Nullable Located read(String text, Place start, Problems problems) {
        try {
            return new YamlReader(text, start, problems).document();
        } catch (Unreadable e) {
            problems.add(e.place, "%s", String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            problems.add(place(start, mark), "not valid YAML: %s%s%s", context(e), e.getProblem(), hint(e));
        } catch (YamlVersionException e) {
            problems.add(start, "this version of YAML is not read; leave the %%YAML line out");
        } catch (ReaderException e) {
            String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
            int lineStart = before.lastIndexOf('\n') + 1;
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.add(
                    start.at(line, before.codePointCount(lineStart, before.length()) + 1),
                    "not valid YAML: the character U+%04X is not allowed",
                    e.getCodePoint());
        } catch (YamlEngineException e) {
            problems.add(start, "not valid YAML: %s", String.valueOf(e.getMessage()));
        }
        return null;
    }

    private static String context(MarkedYamlEngineException e) {
        return e.getContext() == null ? "" : e.getContext() + ", ";
    }

    private static String hint(MarkedYamlEngineException e) {
        return "mapping values are not allowed here".equals(e.getProblem()) ? "; put text with a colon in quotes" : "";
    }

    private static Place place(Place start, Optional<Mark> mark) {
        return mark.map(m -> start.at(m.getLine() + 1, m.getColumn() + 1)).orElse(start);
    }

    private Place place(Event event) {
        return place(start, event.getStartMark());
    }

    private Located document() {
        events.next();
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new Located.Scalar(start, "", true);
        }
        Located root = value(events.next(), 0);
        events.next();
        Event last = events.next();
        if (last.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(
                    place(last),
                    "a second YAML document starts here; a file holds one, so remove '---' and what follows");
        }
        return root;
    }

    private Located value(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable(place(event), "nested deeper than " + DEEPEST + " levels");
        }
        if (event instanceof AliasEvent alias) {
            return follow(alias);
        }
        int before = values;
        count(event, 1);
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(name -> name.getValue());
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        Located value =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
        anchor.ifPresent(name -> anchors.put(name, new Anchored(value, values - before)));
        return value;
    }

    private void count(Event event, int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw new Unreadable(place(event), "more than " + MOST_VALUES + " values, aliases followed");
        }
    }

    private Located follow(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new Unreadable(
                    place(alias),
                    "no anchor '&" + name + "' stands before this alias" + Suggestion.after(name, anchors.keySet()));
        }
        if (anchored.value == null) {
            throw new Unreadable(place(alias), "the anchor '&" + name + "' contains itself");
        }
        count(alias, anchored.size);
        return anchored.value;
    }

    private Located.Scalar scalar(ScalarEvent event) {
        String tag = event.getTag().orElse(null);
        boolean text = tag != null && (tag.equals("!") || tag.equals(STANDARD_TAG + "str"));
        if (tag != null && !text) {
            refuseTag(event, tag);
        }
        return new Located.Scalar(place(event), event.getValue(), event.isPlain() && !text);
    }

    private Located collection(CollectionStartEvent event, int depth) {
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        String tag = event.getTag().orElse(null);
        if (tag != null && !tag.equals("!") && !tag.equals(STANDARD_TAG + (mapping ? "map" : "seq"))) {
            refuseTag(event, tag);
        }
        return mapping ? mapping(event, depth) : sequence(event, depth);
    }

    private void refuseTag(Event event, String tag) {
        problems.add(place(event), "the tag %s is not read; leave it out", tag.replace(STANDARD_TAG, "!!"));
    }

    private Located sequence(CollectionStartEvent event, int depth) {
        List<Located> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(value(next, depth + 1));
        }
        return new Located.Sequence(place(event), items);
    }

    private Located mapping(CollectionStartEvent event, int depth) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        List<Located.Mapping> merged = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Place keyPlace = place(next);
            Located key = value(next, depth + 1);
            Located value = value(events.next(), depth + 1);
            if (key instanceof Located.Scalar scalar
                    && scalar.plain()
                    && scalar.text().equals("<<")) {
                merged.addAll(mappingsToMerge(keyPlace, value));
            } else if (key instanceof Located.Scalar scalar && acceptable(keyPlace, scalar.text())) {
                Located.Entry earlier = entries.putIfAbsent(scalar.text(), new Located.Entry(keyPlace, value));
                if (earlier != null) {
                    problems.add(keyPlace, "the key '%s' is already given at %s", scalar.text(), earlier.key());
                }
            } else if (!(key instanceof Located.Scalar)) {
                problems.add(keyPlace, "a key must be text, got %s", key.described());
            }
        }
        for (Located.Mapping more : merged) {
            more.entries().forEach(entries::putIfAbsent);
        }
        return new Located.Mapping(place(event), entries);
    }

    private boolean acceptable(Place place, String key) {
        if (key.isBlank()) {
            problems.add(place, "a key is missing before ':'");
        } else if (key.length() > LONGEST_KEY) {
            problems.add(place, "a key may have %d characters, got %d", LONGEST_KEY, key.length());
        } else if (key.chars().anyMatch(Character::isISOControl)) {
            problems.add(place, "a key must not hold control characters");
        } else {
            return true;
        }
        return false;
    }

    private List<Located.Mapping> mappingsToMerge(Place keyPlace, Located value) {
        List<Located> sources = value instanceof Located.Sequence sequence ? sequence.items() : List.of(value);
        List<Located.Mapping> mappings = new ArrayList<>();
        for (Located source : sources) {
            if (source instanceof Located.Mapping mapping) {
                mappings.add(mapping);
            } else {
                problems.add(keyPlace, "'<<' takes in mappings, got %s", source.described());
            }
        }
        return mappings;
    }
}
