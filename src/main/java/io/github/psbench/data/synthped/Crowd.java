package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Dice.Purpose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who is in a data set: its categories, the people of each, and their images. Of the gallery's categories some are training ones and the others
 * differ from the nearest training one in one group, seldom in two, as in Market-1501. People of the gallery are never people of the training set.
 */
record Crowd(List<Shot> train, List<Shot> gallery) {
    private static final int FEWEST_PEOPLE = 2;
    private static final int MOST_PEOPLE = 4;

    static Crowd of(long seed, Size size) {
        Dice dice = Dice.of(seed, Purpose.CATEGORIES, 0);
        Set<Attributes> known = new LinkedHashSet<>();
        List<Attributes> draws = new ArrayList<>();
        while (known.size() < size.trainCategories()) {
            Attributes draw = Cooccurrence.draw(dice);
            if (known.add(draw) || size.uneven()) {
                draws.add(draw);
            }
        }
        List<Attributes> train = List.copyOf(known);
        Set<Attributes> unseen = unseen(train, size, dice);
        List<Attributes> gallery = new ArrayList<>(seen(train, unseen, size));
        gallery.addAll(unseen);
        List<Shot> trainShots = shots("train", draws, size.trainImages(), 1, 0, dice);
        int people = trainShots.get(trainShots.size() - 1).person();
        return new Crowd(
                trainShots, shots("gallery", gallery, size.galleryImages(), people + 1, trainShots.size(), dice));
    }

    /** The training categories that most unseen ones differ from in one group: a search has to tell neighbours apart. */
    private static List<Attributes> seen(List<Attributes> train, Set<Attributes> unseen, Size size) {
        return train.stream()
                .sorted(Comparator.comparingLong(category -> -unseen.stream()
                        .filter(other -> category.distance(other) == 1)
                        .count()))
                .limit(size.seenCategories())
                .toList();
    }

    private static Set<Attributes> unseen(List<Attributes> train, Size size, Dice dice) {
        Set<Attributes> chosen = new LinkedHashSet<>();
        int near = 0;
        int far = 0;
        while (near < size.nearCategories() || far < size.farCategories()) {
            Attributes candidate = Cooccurrence.draw(dice);
            int distance = train.stream().mapToInt(candidate::distance).min().orElseThrow();
            if (distance == 1 && near < size.nearCategories() && chosen.add(candidate)) {
                near++;
            } else if (distance == 2 && far < size.farCategories() && chosen.add(candidate)) {
                far++;
            }
        }
        return chosen;
    }

    /**
     * Some people for each draw of a category, a draw after the other.
     *
     * @param images how many in all, as evenly spread over the draws as can be
     */
    private static List<Shot> shots(
            String split, List<Attributes> draws, int images, int firstPerson, int firstIndex, Dice dice) {
        List<Shot> shots = new ArrayList<>();
        int person = firstPerson;
        for (int draw = 0; draw < draws.size(); draw++) {
            int people = FEWEST_PEOPLE + dice.below(MOST_PEOPLE - FEWEST_PEOPLE + 1);
            int ofDraw = upTo(draw + 1, draws.size(), images) - upTo(draw, draws.size(), images);
            for (int i = 0; i < ofDraw; i++) {
                int who = person + i * people / ofDraw;
                String name = String.format(Locale.ROOT, "%s/p%04d_%03d", split, who, i + 1);
                shots.add(new Shot(name, draws.get(draw), who, firstIndex + shots.size()));
            }
            person += people;
        }
        return List.copyOf(shots);
    }

    /** How many images the first draws have together. */
    private static int upTo(int draw, int draws, int images) {
        return (int) ((long) images * draw / draws);
    }
}
