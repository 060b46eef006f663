package io.github.psbench.data.synthped;

/**
 * What makes a crop of a surveillance camera hard to read, and how often or how strongly; "deviation" is a standard deviation. These
 * numbers are the data set's difficulty: whoever changes {@link #SURVEILLANCE} raises {@link Album#REVISION}.
 *
 * @param turn deviation in degrees from a view straight from the front, the back or a side
 * @param walking rate of people caught walking, not standing
 * @param phone rate of people with a telephone in the hand
 * @param scale deviation of the size in the picture, as a share of it
 * @param shift deviation of the place in the picture, as a share of its width
 * @param hiddenBag rate of images in which the annotated bag is not to be seen at all, besides those where the view hides it
 * @param hiddenHat rate of images in which the annotated hat is not to be seen at all
 * @param cropped rate of images that cut off the upper half of the head, and the hat with it
 * @param company rate of images with another person in the background
 * @param occlusion rate of images in which something stands before the person
 * @param exposure deviation of the brightness, as a share of it
 * @param cast deviation of red against green and blue against green, as a share
 * @param slope greatest difference of brightness between two sides of a picture, as a share
 * @param blur rate of images out of focus or moved
 * @param blurWidth greatest deviation of the blur, pixels
 * @param coarse rate of images taken at a lower resolution
 * @param coarseScale the lowest such resolution, as a share of the full one
 * @param grain deviation of each pixel's noise at most, of 1
 * @param jpegFrom worst JPEG quality, 1..100
 * @param jpegTo best JPEG quality, 1..100
 */
record Nuisances(
        double turn,
        double walking,
        double phone,
        double scale,
        double shift,
        double hiddenBag,
        double hiddenHat,
        double cropped,
        double company,
        double occlusion,
        double exposure,
        double cast,
        double slope,
        double blur,
        double blurWidth,
        double coarse,
        double coarseScale,
        double grain,
        int jpegFrom,
        int jpegTo) {
    /** What SynthPed is drawn with. */
    static final Nuisances SURVEILLANCE = new Nuisances(
            /* turn= */ 20,
            /* walking= */ 0.75,
            /* phone= */ 0.12,
            /* scale= */ 0.05,
            /* shift= */ 0.045,
            /* hiddenBag= */ 0.08,
            /* hiddenHat= */ 0.08,
            /* cropped= */ 0.05,
            /* company= */ 0.4,
            /* occlusion= */ 0.25,
            /* exposure= */ 0.24,
            /* cast= */ 0.08,
            /* slope= */ 0.45,
            /* blur= */ 0.5,
            /* blurWidth= */ 1.4,
            /* coarse= */ 0.45,
            /* coarseScale= */ 0.38,
            /* grain= */ 0.04,
            /* jpegFrom= */ 20,
            /* jpegTo= */ 85);
}
