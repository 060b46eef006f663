/**
 * SynthPed: people drawn by our own code from their attributes, so that anyone can run a table without downloading anything and get the same numbers.
 *
 * <p>{@link io.github.psbench.data.synthped.Album} is the way in: the list of a data set's images, and {@code draw} for the pixels of any one of them. An image
 * is a function of seed, {@link io.github.psbench.data.synthped.Size} and its own number alone. All arithmetic is Java's own (StrictMath, no
 * AWT, no JPEG library), hence the same bytes on every machine and with any number of threads; a test pins the digest of the small one of
 * seed 1. Raise {@code Album.REVISION} with every change that alters a pixel or an annotation.
 *
 * <h2>Who is in it</h2>
 *
 * <p>The attributes are Market-1501's: 10 groups, 39 values.
 *
 * <table>
 *   <caption>Sizes</caption>
 *   <tr><th></th><th>small</th><th>medium</th><th>large</th></tr>
 *   <tr><td>training categories</td><td>150</td><td>500</td><td>2,000</td></tr>
 *   <tr><td>training images</td><td>2,400</td><td>8,000</td><td>80,000</td></tr>
 *   <tr><td>gallery categories</td><td>140</td><td>480</td><td>850</td></tr>
 *   <tr><td>of them unseen, one group from a training one</td><td>68</td><td>255</td><td>145</td></tr>
 *   <tr><td>of them unseen, two groups from any</td><td>12</td><td>45</td><td>25</td></tr>
 *   <tr><td>gallery images</td><td>1,260</td><td>4,320</td><td>20,400</td></tr>
 * </table>
 *
 * <p>Medium has about the categories of Market-1501, large about the categories and images of PA-100K. (Of the unseen categories of Market-1501,
 * 267 are one group from a training one, 47 two, and one three.) The gallery's other categories are those training ones that have most
 * unseen neighbours.
 *
 * <p>In small, each training category has 16 images of 2 to 4 people. In medium and large it has 2 to 4 people and 13 to 28 images for each time
 * that it was drawn before there were enough different ones: most were drawn once, some more than ten times, as some
 * categories of real data sets are far more frequent than others. If all had as many images, rare attributes would be too frequent where there
 * are many categories. A gallery category has 9 images, in large 24, of 2 to 4 people. No person is in both splits.
 *
 * <p>Sizes of one seed share their six cameras, the categories of a smaller one are the first training ones of a larger one, and a few pictures
 * are the same. For a data set that has nothing to do with another, choose another seed.
 *
 * <h2>Which attributes go together</h2>
 *
 * <p>Frequencies follow the 1,501 people of the Market-1501 annotation, evened out where a value is so rare there that a small data set would not have it
 * (children 1 %, old people 1 %, hats 3 %, long sleeves 6 %). Each group is drawn given those before it:
 *
 * <ul>
 *   <li>gender: 45 % women
 *   <li>age: 6 % young, 57 % teenager, 28 % adult, 9 % old
 *   <li>long hair given gender and age: men 1 %, teenagers 4 %; women 65 %, 83 %, 58 %, 20 % from young to old
 *   <li>dress given gender and age: women 32 %, old women 20 %
 *   <li>short below given clothes and age: dresses 80 %, of old people 40 %; trousers 70 %, 60 %, 45 %, 25 % from young to old
 *   <li>short sleeves given what is below: 88 % with short, 68 % with long
 *   <li>hat given gender and age: 20 % of the young, 30 % of the old, 12 % of other women, 9 % and 7 % of teenage and adult men
 *   <li>bag given gender and age: backpacks with the young, shoulder bags and handbags with women and adults
 *   <li>colours: upper given gender; lower given clothes and gender, and 45 % of dresses in the upper's colour (pink for red)
 * </ul>
 *
 * <h2>What people of one category do not share</h2>
 *
 * <p>Build, skin, hair colour and cut, the exact shade of each colour, patterns and prints, shoes, the look of hat and bag, the side it is carried on, glasses,
 * beard, cane and gait belong to the person. Shades of a colour fill a range of hue, saturation and value that comes near to its neighbours'
 * ({@code Tint}). "none" for a colour is orange, turquoise, or a bold pattern of two colours.
 *
 * <h2>What shows an attribute</h2>
 *
 * <ul>
 *   <li>age: children are small with large heads; adults are broader than teenagers, with dark shoes, more often beards and glasses; old people
 *       stoop, with white hair, and a third of them on a cane
 *   <li>gender: shoulders, waist and hips, bust, lips, beard
 *   <li>bag: a backpack on the back, of which the straps show from the front; a bag at the hip on a strap across the trunk; a handbag in
 *       the hand or on the forearm
 *   <li>hat: cap, sun hat or beanie; hair, sleeves, lengths and clothes as drawn
 * </ul>
 *
 * <h2>What makes it hard</h2>
 *
 * <p>{@code Nuisances.SURVEILLANCE} holds every rate and strength, in one place to be tuned; in short:
 *
 * <ul>
 *   <li>view: 30 % front, 30 % back, 40 % sides, each turned by 20 degrees (standard deviation); 75 % walk, 12 % hold a telephone
 *   <li>place: size varies by 5 %, place by 4.5 % of the width; 5 % are cropped through the head
 *   <li>six cameras, each with its backdrop, pitch, light and colours; another person behind in 40 % of the images
 *   <li>occlusion in 25 %: a post, a bicycle, a shrub, or a passer-by cut by the picture's side
 *   <li>light: brightness varies by 24 %, red and blue by 8 %, and up to 45 % from side to side; the cameras differ by two thirds of that again
 *   <li>blur in 50 %, up to 1.4 pixels; 45 % at 38 to 90 % of the resolution; grain up to 0.04; JPEG quality 20 to 85
 *   <li>labels are the person's, not the image's, as in Market-1501: a bag or hat is missing altogether in 8 %, besides those that the
 *       view, the crop or an obstacle hides
 * </ul>
 */
@NullMarked
package io.github.psbench.data.synthped;

import org.jspecify.annotations.NullMarked;
