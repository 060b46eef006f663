package io.github.psbench.report.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, without a screen. */
@TestInstance(Lifecycle.PER_CLASS)
class PageInBrowserTest {
    private static final Set<String> NAMED = Set.of(
            "button",
            "link",
            "searchbox",
            "textbox",
            "combobox",
            "dialog",
            "region",
            "image",
            "img",
            "navigation",
            "search",
            "DisclosureTriangle",
            "option",
            "listbox");
    private static final double LEAST_CONTRAST = 4.5;

    @TempDir
    private static Path folder;

    private Browser browser;
    private Path page;
    private Tab tab;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        browser = Browser.start(folder.resolve("browser"));
        page = new SmallReport(folder).write(folder.resolve("page"));
    }

    @BeforeEach
    void open() throws InterruptedException {
        tab = browser.open(page.toUri());
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(tab.complaints()).as("on the console").isEmpty();
        assertThat(tab.requests()).as("over the network").isEmpty();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    private void openFirstCell(String experiment) {
        tab.evaluate("document.querySelector('#experiment-%s button.cell').focus()".formatted(experiment));
        tab.press("Enter");
        assertThat(tab.holds("document.getElementById('runs').open")).isTrue();
    }

    @Test
    void aCellOpensItsRunsByKeyboardAndEscapeGivesTheFocusBack() {
        openFirstCell("plain");
        String dialog = tab.text("document.getElementById('runs').innerText");
        assertThat(dialog)
                .contains("Ours on synthped", "51.3 ± 1.3")
                .contains("50.00", "51.25", "52.50")
                .contains("7ef197a8eddca3e3fee044cf23439880145dd08c", "2.7.1")
                .contains("./psbench runs reproduce ", "loss.asmr.lambda", "1,260");
        assertThat(tab.evaluate("document.querySelectorAll('#runs svg').length").asInt())
                .as("loss and validation")
                .isEqualTo(2);
        assertThat(tab.text("document.querySelector('#runs svg').getAttribute('aria-label')"))
                .contains("seed 0: from 5 to 1.25");
        tab.press("Escape");
        assertThat(tab.holds("document.getElementById('runs').open")).isFalse();
        assertThat(tab.holds("document.activeElement.matches('#experiment-plain button.cell')"))
                .isTrue();
    }

    @Test
    void settingsThatDifferComeFirst() {
        tab.evaluate("[...document.querySelectorAll('#experiment-plain button.cell')].find(button =>"
                + " button.dataset.cell.includes('Without')).click()");
        assertThat(tab.text("document.querySelector('#runs [aria-label=\"Settings that differ\"] tbody tr').innerText"))
                .isEqualTo("loss.asmr\tnone\tin use\tin use");
    }

    @Test
    void theFocusStaysInTheDialog() {
        openFirstCell("plain");
        for (int i = 0; i < 30; i++) {
            if (i % 3 == 2) {
                tab.pressWithShift("Tab");
            } else {
                tab.press("Tab");
            }
            assertThat(tab.holds("document.activeElement === document.body"
                            + " || document.getElementById('runs').contains(document.activeElement)"))
                    .as("after %d", i)
                    .isTrue();
        }
    }

    @Test
    void theFilterHidesAndShowsByKeyboard() {
        String shown = "[...document.querySelectorAll('.experiment tbody tr')].filter(row => row.offsetParent).length";
        tab.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        int all = tab.evaluate(shown).asInt();
        tab.press("/");
        assertThat(tab.text("document.activeElement.id")).isEqualTo("words");
        tab.type("without ASMR");
        int some = tab.evaluate(shown).asInt();
        assertThat(some).isBetween(1, all - 1);
        assertThat(tab.holds("document.getElementById('experiment-hostile').hidden"))
                .isTrue();
        assertThat(tab.text("document.getElementById('found').textContent")).startsWith(some + " of ");
        tab.press("Escape");
        assertThat(tab.evaluate("new Promise(done => setTimeout(() => done(%s), 100))".formatted(shown))
                        .asInt())
                .isEqualTo(all);
        tab.type("nothing has this name");
        assertThat(tab.evaluate(shown).asInt()).isZero();
    }

    @Test
    void theFilterKnowsVerdicts() {
        assertThat(tab.text("[...document.getElementById('verdict').options].map(option => option.value).join()"))
                .contains("holds")
                .contains("within noise");
        tab.evaluate("const verdict = document.getElementById('verdict'); verdict.value = 'holds';"
                + " verdict.dispatchEvent(new Event('input', {bubbles: true}))");
        assertThat(tab.holds("[...document.querySelectorAll('.experiment tbody tr')].filter(row => row.offsetParent)"
                        + ".every(row => row.innerText.includes('holds'))"))
                .isTrue();
        assertThat(tab.holds("document.getElementById('experiment-hostile').hidden"))
                .isTrue();
    }

    @Test
    void namesThatLookLikeMarkupStayText() {
        assertThat(tab.text("document.title")).isEqualTo("psbench report");
        assertThat(tab.text("document.querySelector('#experiment-hostile h2').innerText"))
                .contains(SmallReport.MARKUP);
        assertThat(tab.holds("document.body.innerText.includes('\\u202e')"))
                .as("overrides of the reading direction are spelled out")
                .isFalse();
        int cells = tab.evaluate("document.querySelectorAll('#experiment-hostile button.cell').length")
                .asInt();
        assertThat(cells).isGreaterThanOrEqualTo(20);
        Set<String> titles = Stream.iterate(0, i -> i + 1)
                .limit(cells)
                .map(i -> {
                    tab.evaluate(
                            "document.querySelectorAll('#experiment-hostile button.cell')[%d].click()".formatted(i));
                    String title = tab.text("document.getElementById('runs-title').textContent");
                    tab.press("Escape");
                    return title;
                })
                .collect(Collectors.toSet());
        assertThat(titles)
                .containsExactlyInAnyOrder(
                        SmallReport.MARKUP + " on " + SmallReport.IMAGE,
                        SmallReport.QUOTES + " on " + SmallReport.IMAGE,
                        SmallReport.TURNED.replace("\u202E", "\\u202E") + " on " + SmallReport.IMAGE,
                        SmallReport.LONG + " on " + SmallReport.IMAGE);
        assertThat(tab.evaluate("document.querySelectorAll('#bold, img[src=\"x\"], main script, dialog script').length")
                        .asInt())
                .isZero();
        assertThat(tab.text("document.title")).isEqualTo("psbench report");
    }

    @Test
    void whatIsFoundIsToldInWordsAndMarkedByMoreThanColour() {
        assertThat(tab.text("[...document.querySelectorAll('.hits img')].map(image => image.alt).join('; ')"))
                .isEqualTo("Rank 1, score 0.750, not relevant; Rank 2, score 0.500, relevant");
        assertThat(tab.text("document.querySelector('.hits').innerText")).contains("1 ✗", "2 ✓");
        assertThat(tab.text("document.querySelector('.asked .wanted').innerText"))
                .isEqualTo("hat: " + SmallReport.MARKUP);
        assertThat(tab.evaluate("document.querySelector('.hits img').naturalHeight")
                        .asInt())
                .as("a larger picture is scaled down")
                .isEqualTo(128);
    }

    @Test
    void arrowKeysGoFromPointToPointOfAMapAndTheOtherMapFollows() {
        String told = "document.activeElement.querySelector('[aria-selected=\"true\"]').textContent";
        tab.evaluate("document.querySelector('#experiment-plain .plane').focus()");
        assertThat(tab.text(told)).as("it begins at a category").isEqualTo("Query category: hat no, bag none");
        tab.press("ArrowLeft");
        assertThat(tab.text(told)).isEqualTo("Image of the gallery: hat yes, bag " + SmallReport.MARKUP);
        tab.press("ArrowLeft");
        assertThat(tab.text(told)).isEqualTo("Image of the gallery: hat no, bag none");
        for (int i = 0; i < 4; i++) {
            tab.press("ArrowRight");
        }
        assertThat(tab.text(told)).isEqualTo("Query category: hat yes, bag " + SmallReport.MARKUP);
        tab.press("ArrowUp");
        assertThat(tab.text(told)).as("there is nothing above").startsWith("Query category: hat yes");
        assertThat(tab.text("document.activeElement.getAttribute('aria-activedescendant')"))
                .isEqualTo(tab.text("document.activeElement.querySelector('[aria-selected=\"true\"]').id"));
        assertThat(tab.text("[...document.querySelectorAll('#experiment-plain .ring')].map(ring =>"
                        + " ring.getAttribute('cx') + ' ' + ring.getAttribute('cy')).join()"))
                .isEqualTo("1000 500,500 1000");
        assertThat(tab.text("document.querySelector('.pointed').innerText"))
                .contains("1 of the mapped images is of this category", SmallReport.MARKUP);
        assertThat(tab.text("document.querySelector('.planes').innerText"))
                .contains("Ours, seed 0", "KL divergence 1.25, trustworthiness 0.875");
    }

    @Test
    void pointingAtAMapShowsWhomThePointStandsFor() {
        JsonNode place = tab.evaluate(
                "(() => { document.querySelector('#experiment-plain .plane').scrollIntoView({behavior: 'instant', block: 'center'});"
                        + " const box = document.querySelector('#experiment-plain .plane circle.image').getBoundingClientRect();"
                        + " return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        tab.ask(
                "Input.dispatchMouseEvent",
                "type",
                "mouseMoved",
                "x",
                place.get(0).asDouble(),
                "y",
                place.get(1).asDouble());
        assertThat(tab.text("document.querySelector('.pointed').innerText"))
                .contains("Image of the gallery", "2 of the mapped images are of this category", "hat no");
        assertThat(tab.holds("getComputedStyle(document.querySelector('.thumbnail')).backgroundImage"
                        + ".startsWith('url(\"data:image/jpeg;base64,')"))
                .isTrue();
    }

    @Test
    void aPhoneDoesNotScrollSideways() {
        tab.size(390, 844);
        tab.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        assertThat(tab.evaluate("document.scrollingElement.scrollWidth").asInt())
                .isEqualTo(390);
        for (String experiment : List.of("plain", "hostile")) {
            openFirstCell(experiment);
            assertThat(tab.evaluate("document.getElementById('runs').scrollWidth")
                            .asInt())
                    .isLessThanOrEqualTo(390);
            assertThat(tab.evaluate("document.scrollingElement.scrollWidth").asInt())
                    .isEqualTo(390);
            tab.press("Escape");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void wordsStandOutFromTheirGround(String scheme) {
        tab.emulate("screen", scheme);
        openFirstCell("plain");
        JsonNode contrasts = tab.evaluate("""
                (() => {
                  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
                  const luminance = colour => numbers(colour).slice(0, 3)
                    .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
                  const ground = node => {
                    for (; node; node = node.parentElement) {
                      const colour = getComputedStyle(node).backgroundColor;
                      if (numbers(colour).length === 3 || numbers(colour)[3] === 1) { return colour; }
                    }
                  };
                  const words = '.agrees, .disagrees, .open, .progress, .contents a, .name, figcaption, h1, th, td, dt, dd, button, code, summary';
                  return [...document.querySelectorAll(words)].map(node => {
                    const [a, b] = [luminance(getComputedStyle(node).color), luminance(ground(node))].sort((x, y) => y - x);
                    return {node: node.outerHTML.slice(0, 80), contrast: (a + 0.05) / (b + 0.05)};
                  });
                })()""");
        assertThat(contrasts.size()).isGreaterThan(100);
        contrasts.forEach(one -> assertThat(one.path("contrast").asDouble())
                .as(one.path("node").asText())
                .isGreaterThanOrEqualTo(LEAST_CONTRAST));
        double ground = tab.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])")
                .asDouble();
        assertThat(ground > 127).isEqualTo(scheme.equals("light"));
    }

    @Test
    void whoeverHearsThePageIsToldWhatEverythingIs() {
        openFirstCell("plain");
        check(tab.accessible());
        tab.press("Escape");
        List<JsonNode> nodes = tab.accessible();
        check(nodes);
        Set<String> roles = nodes.stream().map(PageInBrowserTest::role).collect(Collectors.toSet());
        assertThat(roles)
                .contains("banner", "main", "navigation", "search", "contentinfo")
                .contains("columnheader", "rowheader", "heading");
        assertThat(tab.text("document.documentElement.lang")).isEqualTo("en");
        assertThat(tab.holds("[...document.querySelectorAll('th')].every(head => head.scope !== '')"))
                .isTrue();
        assertThat(
                        tab.holds(
                                "(() => { let last = 1; return [...document.querySelectorAll('h1, h2, h3, h4')].every(head => {"
                                        + " const level = Number(head.tagName[1]); const fits = level <= last + 1; last = level; return fits; }); })()"))
                .as("no level of headings is left out")
                .isTrue();
    }

    private static void check(List<JsonNode> nodes) {
        List<JsonNode> named =
                nodes.stream().filter(node -> NAMED.contains(role(node))).toList();
        assertThat(named.size()).isGreaterThan(5);
        named.forEach(node -> assertThat(node.at("/name/value").asText())
                .as("the name of a %s: %s", role(node), node)
                .isNotBlank());
        nodes.stream()
                .filter(node -> isFocusable(node) && !role(node).equals("RootWebArea"))
                .forEach(node -> assertThat(
                                NAMED.contains(role(node)) || role(node).equals("main"))
                        .as("the role of what takes the focus: %s", node)
                        .isTrue());
    }

    private static String role(JsonNode node) {
        return node.at("/role/value").asText();
    }

    private static boolean isFocusable(JsonNode node) {
        for (JsonNode property : node.path("properties")) {
            if (property.path("name").asText().equals("focusable")) {
                return property.at("/value/value").asBoolean();
            }
        }
        return false;
    }

    @Test
    void everythingCanBeReachedByKeyboard() {
        int reachable = tab.evaluate(
                        "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
                                + ".filter(node => node.checkVisibility() && !node.closest('dialog')).length")
                .asInt();
        tab.evaluate(
                "window.reached = new Set(); document.addEventListener('focusin', event => reached.add(event.target))");
        for (int i = 0; i < reachable + 2; i++) {
            tab.press("Tab");
        }
        assertThat(tab.evaluate("reached.size").asInt()).isGreaterThanOrEqualTo(reachable);
    }

    @Test
    void onPaperDialogsAreHiddenAndFoldsAreOpen() {
        openFirstCell("plain");
        tab.emulate("print", "dark");
        assertThat(tab.text("getComputedStyle(document.getElementById('runs')).display"))
                .isEqualTo("none");
        assertThat(tab.text("getComputedStyle(document.getElementById('filter')).display"))
                .isEqualTo("none");
        assertThat(tab.text("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        tab.evaluate("document.getElementById('runs').close()");
        tab.evaluate("window.unfolded = null; window.addEventListener('beforeprint', () => {"
                + " unfolded = [...document.querySelectorAll('details')].every(details => details.open); })");
        byte[] pdf = tab.pdf();
        assertThat(tab.holds("unfolded")).isTrue();
        String text = new String(pdf, ISO_8859_1);
        assertThat(text).startsWith("%PDF-");
        assertThat(text.split("/Type /Page\\b", -1).length - 1).as("pages").isBetween(2, 60);
        assertThat(tab.holds("[...document.querySelectorAll('details')].some(details => details.open)"))
                .as("as before")
                .isFalse();
    }

    @Test
    void whoeverAsksForLessMotionGetsNone() {
        tab.ask(
                "Emulation.setEmulatedMedia",
                "features",
                List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce")));
        assertThat(tab.text("getComputedStyle(document.documentElement).scrollBehavior"))
                .isEqualTo("auto");
    }
}
