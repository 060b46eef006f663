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
    static final int TRAIN_CATEGORIES = 150;
    static final int TRAIN_IMAGES_A_CATEGORY = 16;
    static final int SEEN_CATEGORIES = 60;
    /** Unseen categories that differ from the nearest training one in one group. */
    static final int NEAR_CATEGORIES = 68;
    /** Unseen categories that differ from the nearest training one in two groups. */
    static final int FAR_CATEGORIES = 12;

    static final int GALLERY_IMAGES_A_CATEGORY = 9;
    private static final int FEWEST_PEOPLE = 2;
    private static final int MOST_PEOPLE = 4;

    static Crowd of(long seed) {
        Dice dice = Dice.of(seed, Purpose.CATEGORIES, 0);
        Set<Attributes> known = new LinkedHashSet<>();
        while (known.size() < TRAIN_CATEGORIES) {
            known.add(Cooccurrence.draw(dice));
        }
        List<Attributes> train = List.copyOf(known);
        Set<Attributes> unseen = unseen(train, dice);
        List<Attributes> gallery = new ArrayList<>(seen(train, unseen));
        gallery.addAll(unseen);
        List<Shot> trainShots = shots("train", train, TRAIN_IMAGES_A_CATEGORY, 1, 0, dice);
        int people = trainShots.get(trainShots.size() - 1).person();
        return new Crowd(
                trainShots, shots("gallery", gallery, GALLERY_IMAGES_A_CATEGORY, people + 1, trainShots.size(), dice));
    }

    /** The training categories that most unseen ones differ from in one group: a search has to tell neighbours apart. */
    private static List<Attributes> seen(List<Attributes> train, Set<Attributes> unseen) {
        return train.stream()
                .sorted(Comparator.comparingLong(category -> -unseen.stream()
                        .filter(other -> category.distance(other) == 1)
                        .count()))
                .limit(SEEN_CATEGORIES)
                .toList();
    }

    private static Set<Attributes> unseen(List<Attributes> train, Dice dice) {
        Set<Attributes> chosen = new LinkedHashSet<>();
        int near = 0;
        int far = 0;
        while (near < NEAR_CATEGORIES || far < FAR_CATEGORIES) {
            Attributes candidate = Cooccurrence.draw(dice);
            int distance = train.stream().mapToInt(candidate::distance).min().orElseThrow();
            if (distance == 1 && near < NEAR_CATEGORIES && chosen.add(candidate)) {
                near++;
            } else if (distance == 2 && far < FAR_CATEGORIES && chosen.add(candidate)) {
                far++;
            }
        }
        return chosen;
    }

    private static List<Shot> shots(
            String split, Iterable<Attributes> categories, int images, int firstPerson, int firstIndex, Dice dice) {
        List<Shot> shots = new ArrayList<>();
        int person = firstPerson;
        for (Attributes category : categories) {
            int people = FEWEST_PEOPLE + dice.below(MOST_PEOPLE - FEWEST_PEOPLE + 1);
            for (int i = 0; i < images; i++) {
                int who = person + i * people / images;
                String name = String.format(Locale.ROOT, "%s/p%04d_%03d", split, who, i + 1);
                shots.add(new Shot(name, category, who, firstIndex + shots.size()));
            }
            person += people;
        }
        return List.copyOf(shots);
    }
}
