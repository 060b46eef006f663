package io.github.psbench.data.synthped;

import io.github.psbench.data.synthped.Attributes.Bag;
import io.github.psbench.data.synthped.Attributes.Hat;
import io.github.psbench.data.synthped.Dice.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * All images of one data set, drawn one by one on demand. Nothing is kept from one to the next, so any number of threads may
 * draw in any order.
 */
public final class Album {
    /** Raised whenever a change here alters a pixel or an annotation of any seed. */
    public static final int REVISION = 1;

    /** Of every image, in pixels. */
    public static final int WIDTH = Canvas.WIDTH;

    /** Of every image, in pixels. */
    public static final int HEIGHT = Canvas.HEIGHT;

    private final long seed;
    private final Nuisances nuisances;
    private final Crowd crowd;
    private final List<Place> places;

    Album(long seed, Size size, Nuisances nuisances) {
        this.seed = seed;
        this.nuisances = nuisances;
        crowd = Crowd.of(seed, size);
        List<Place> found = new ArrayList<>();
        for (int i = 0; i < Place.COUNT; i++) {
            found.add(Place.of(seed, i, nuisances));
        }
        places = List.copyOf(found);
    }

    /** The data set of a seed and size. */
    public static Album of(long seed, Size size) {
        return new Album(seed, size, Nuisances.SURVEILLANCE);
    }

    /** Images to learn from. */
    public List<Shot> train() {
        return crowd.train();
    }

    /** Images to be searched. */
    public List<Shot> gallery() {
        return crowd.gallery();
    }

    /** Draws an image: {@link #HEIGHT} x {@link #WIDTH} x 3 bytes, row by row from the top left, red green blue, unsigned. */
    public byte[] draw(Shot shot) {
        Canvas canvas = new Canvas();
        Dice sceneDice = dice(Purpose.SCENE, shot);
        Place place = places.get(sceneDice.below(places.size()));
        Scene scene = new Scene(canvas, sceneDice);
        scene.background(place);
        if (sceneDice.chance(nuisances.company())) {
            company(place, sceneDice, canvas);
        }
        Person person = Person.draw(shot.attributes(), Dice.of(seed, Purpose.PERSON, shot.person()));
        Figure.paint(Body.of(person, shown(shot), stance(shot, person, place), place.light()), canvas);
        Dice before = dice(Purpose.OCCLUSION, shot);
        if (before.chance(nuisances.occlusion())) {
            if (before.chance(0.35)) {
                passerBy(place, before, canvas);
            } else {
                new Scene(canvas, before).obstacle();
            }
        }
        Dice lens = dice(Purpose.LENS, shot);
        Lens.expose(canvas, place, nuisances, lens);
        Jpeg.degrade(canvas, nuisances.jpegFrom() + lens.below(nuisances.jpegTo() - nuisances.jpegFrom() + 1));
        return canvas.toBytes();
    }

    private Dice dice(Purpose purpose, Shot shot) {
        return Dice.of(seed, purpose, shot.index());
    }

    /** The annotation is the person's, as in Market-1501; an image may not show all of it. */
    private Attributes shown(Shot shot) {
        Dice dice = dice(Purpose.SHOWING, shot);
        boolean noBag = dice.chance(nuisances.hiddenBag());
        boolean noHat = dice.chance(nuisances.hiddenHat());
        Attributes all = shot.attributes();
        return new Attributes(
                all.age(),
                noBag ? Bag.NONE : all.bag(),
                all.lowerColour(),
                all.upperColour(),
                all.clothes(),
                all.lowerLength(),
                all.sleeveLength(),
                all.hair(),
                noHat ? Hat.NO : all.hat(),
                all.gender());
    }

    private Stance stance(Shot shot, Person person, Place place) {
        Dice dice = dice(Purpose.STANCE, shot);
        Stance stance = Stance.draw(person, place.pitch(), nuisances, dice);
        if (!dice.chance(nuisances.cropped())) {
            return stance;
        }
        double closer = stance.scale() * dice.between(1.05, 1.2);
        return stance.at(stance.x(), closer * (1 - 0.5 * person.build().head()), closer);
    }

    /** Someone else farther away. */
    private void company(Place place, Dice dice, Canvas canvas) {
        Person other = Person.draw(Cooccurrence.draw(dice), dice);
        Stance stance = Stance.draw(other, place.pitch(), nuisances, dice);
        double x = dice.chance(0.5) ? dice.between(-4, 14) : dice.between(50, 68);
        double scale = stance.scale() * dice.between(0.45, 0.75);
        Stance farther = stance.at(x, place.horizon() + 0.72 * scale, scale);
        Figure.paint(Body.of(other, other.attributes(), farther, place.light()), canvas);
    }

    /** Someone else nearer, cut by the picture's side. */
    private void passerBy(Place place, Dice dice, Canvas canvas) {
        Person other = Person.draw(Cooccurrence.draw(dice), dice);
        Stance stance = Stance.draw(other, place.pitch(), nuisances, dice);
        double x = dice.chance(0.5) ? dice.between(-6, 8) : dice.between(56, 70);
        double scale = stance.scale() * dice.between(1.05, 1.25);
        Stance nearer = stance.at(x, Canvas.HEIGHT + dice.between(4, 22), scale);
        Figure.paint(Body.of(other, other.attributes(), nearer, place.light()), canvas);
    }
}
