package io.github.psbench.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A page in a browser. */
final class Tab {
    private static final int ALT = 1;
    private static final int SHIFT = 8;
    private static final Map<String, Integer> CODES = Map.of(
            "Tab",
            9,
            "Enter",
            13,
            "Escape",
            27,
            "/",
            191,
            "ArrowDown",
            40,
            "ArrowUp",
            38,
            "ArrowLeft",
            37,
            "ArrowRight",
            39);

    private final Browser browser;
    private final String session;
    private final URI page;

    private Tab(Browser browser, String session, URI page) {
        this.browser = browser;
        this.session = session;
        this.page = page;
    }

    static Tab of(Browser browser, String session, URI page) throws InterruptedException {
        Tab tab = new Tab(browser, session, page);
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "DOM", "Accessibility")) {
            tab.ask(domain + ".enable");
        }
        tab.size(1280, 900);
        tab.ask("Page.navigate", "url", page.toString());
        tab.await("Page.loadEventFired");
        return tab;
    }

    JsonNode ask(String method, Object... parameters) {
        return browser.ask(session, method, parameters);
    }

    private void await(String event) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (!events(event).isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("no " + event + " within a minute");
    }

    private List<JsonNode> events(String method) {
        return browser.events().stream()
                .filter(event -> event.path("method").asText().equals(method)
                        && event.path("sessionId").asText().equals(session))
                .map(event -> event.path("params"))
                .toList();
    }

    /** What a script comes to, by value. */
    JsonNode evaluate(String script) {
        JsonNode result = ask("Runtime.evaluate", "expression", script, "returnByValue", true, "awaitPromise", true);
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    String text(String script) {
        return evaluate(script).asText();
    }

    boolean holds(String script) {
        return evaluate(script).asBoolean();
    }

    /** Errors and warnings on the console, and exceptions that nobody caught. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        events("Runtime.exceptionThrown")
                .forEach(event -> complaints.add(event.path("exceptionDetails").toString()));
        events("Runtime.consoleAPICalled").stream()
                .filter(event -> List.of("error", "warning", "assert")
                        .contains(event.path("type").asText()))
                .forEach(event -> complaints.add(event.path("args").toString()));
        events("Log.entryAdded")
                .forEach(event -> complaints.add(event.path("entry").toString()));
        return complaints;
    }

    /** All that was asked for but the page itself and what it carries. */
    List<String> requests() {
        return events("Network.requestWillBeSent").stream()
                .map(event -> event.path("request").path("url").asText())
                .filter(url -> !url.equals(page.toString()) && !url.startsWith("data:"))
                .toList();
    }

    void press(String key) {
        press(key, 0);
    }

    void pressWithShift(String key) {
        press(key, SHIFT);
    }

    private void press(String key, int modifiers) {
        List<Object> parameters = new ArrayList<>(List.of(
                "key", key, "code", key, "modifiers", modifiers, "windowsVirtualKeyCode", CODES.getOrDefault(key, 0)));
        String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
        if (!text.isEmpty() && modifiers != ALT) {
            parameters.addAll(List.of("text", text));
        }
        List<Object> down = new ArrayList<>(List.of("type", text.isEmpty() ? "rawKeyDown" : "keyDown"));
        down.addAll(parameters);
        ask("Input.dispatchKeyEvent", down.toArray());
        List<Object> up = new ArrayList<>(List.of("type", "keyUp"));
        up.addAll(parameters.subList(0, 8));
        ask("Input.dispatchKeyEvent", up.toArray());
    }

    void type(String text) {
        ask("Input.insertText", "text", text);
    }

    void size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                "width",
                width,
                "height",
                height,
                "deviceScaleFactor",
                1,
                "mobile",
                width < 500);
    }

    /** @param media "screen" or "print" */
    void emulate(String media, String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                "media",
                media,
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
    }

    byte[] screenshot(boolean whole) {
        return Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", "format", "png", "captureBeyondViewport", whole)
                        .path("data")
                        .asText());
    }

    byte[] pdf() {
        return Base64.getDecoder()
                .decode(ask("Page.printToPDF", "printBackground", true, "paperWidth", 8.27, "paperHeight", 11.69)
                        .path("data")
                        .asText());
    }

    /** The nodes that a screen reader meets. */
    List<JsonNode> accessible() {
        List<JsonNode> nodes = new ArrayList<>();
        ask("Accessibility.getFullAXTree").path("nodes").forEach(node -> {
            if (!node.path("ignored").asBoolean()) {
                nodes.add(node);
            }
        });
        return nodes;
    }
}
