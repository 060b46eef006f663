package io.github.psbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.psbench.base.Failure;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesBelowTest {
    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    @Test
    void allPicturesInAndBelowAFolderAreFoundInTheOrderOfTheirNames() throws IOException {
        for (String name :
                new String[] {"b.JPG", "a/2.jpeg", "a/1.png", "a/deep/x.bmp", "notes.txt", ".hidden/p.png", "a/.p.png"
                }) {
            file(name);
        }
        assertThat(PicturesBelow.of(folder).pictures())
                .extracting(PicturesBelow.Picture::name)
                .containsExactly("a/1.png", "a/2.jpeg", "a/deep/x.bmp", "b.JPG");
    }

    @Test
    void whatCannotBeLookedAtIsToldAndLinksInCirclesEnd() throws IOException {
        file("a/1.png");
        Files.createSymbolicLink(folder.resolve("a/circle"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.png"), folder.resolve("gone.png"));
        PicturesBelow found = PicturesBelow.of(folder);
        assertThat(found.pictures()).extracting(PicturesBelow.Picture::name).containsExactly("a/1.png");
        assertThat(found.unreadable()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("is a link that leads nowhere, or in a circle"));
    }

    @Test
    void aPictureIsDecodedWhenItIsAskedFor() throws IOException {
        ImageIO.write(
                new BufferedImage(7, 9, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
        file("b.png");
        PicturesBelow found = PicturesBelow.of(folder);
        assertThat(found.pictures().get(0).picture().get().height()).isEqualTo(9);
        assertThatThrownBy(() -> found.pictures().get(1).picture().get())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("b.png");
    }

    @Test
    void aFolderThatIsNoneOrHasNoPictureIsRefused() throws IOException {
        file("notes.txt");
        assertThatThrownBy(() -> PicturesBelow.of(folder))
                .hasMessageContaining("of 1 files there, none ends with .jpg");
        assertThatThrownBy(() -> PicturesBelow.of(folder.resolve("gone"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> PicturesBelow.of(folder.resolve("notes.txt"))).hasMessageContaining("is a file");
    }
}
