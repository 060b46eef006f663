package io.github.psbench.data.synthped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.psbench.data.synthped.Canvas.Paint;
import io.github.psbench.data.synthped.Shape.Ellipse;
import io.github.psbench.data.synthped.Shape.Limb;
import io.github.psbench.data.synthped.Shape.Sleeve;
import io.github.psbench.data.synthped.Shape.Stack;
import io.github.psbench.data.synthped.Shape.Stack.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void anEllipseCoversItsArea() {
        assertThat(area(new Ellipse(30.3, 60.7, 12, 20))).isCloseTo(Math.PI * 12 * 20, within(8.0));
    }

    @Test
    void aLimbCoversABarAndTwoHalfDiscs() {
        assertThat(area(new Limb(20, 30, 5, 44, 62, 5))).isCloseTo(40 * 10 + Math.PI * 25, within(5.0));
    }

    @Test
    void aSleeveIsALimbWithoutItsLastHalfDisc() {
        assertThat(area(new Sleeve(new Limb(20, 30, 5, 44, 62, 5)))).isCloseTo(40 * 10 + Math.PI * 12.5, within(5.0));
    }

    @Test
    void aStackCoversItsTrapezoids() {
        Stack skirt = new Stack(List.of(new Slice(30, 40, 6), new Slice(31, 50, 6), new Slice(33, 80, 14)));
        assertThat(area(skirt)).isCloseTo(10 * 12 + 30 * 20, within(8.0));
    }

    @Test
    void aShapeOutsideThePicturePaintsNothing() {
        assertThat(area(new Ellipse(-40, 60, 12, 20))).isZero();
    }

    @Test
    void lightKnowsLeftFromRight() {
        Limb arm = new Limb(20, 20, 4, 20, 60, 4);
        assertThat(arm.across(16, 40)).isCloseTo(-1, within(1e-9));
        assertThat(arm.across(24, 40)).isCloseTo(1, within(1e-9));
    }

    private static double area(Shape shape) {
        Canvas canvas = new Canvas();
        canvas.fill(shape, Paint.plain(Rgb.grey(1)));
        double sum = 0;
        for (double value : canvas.values) {
            sum += value;
        }
        return sum / 3;
    }
}
