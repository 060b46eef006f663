package io.github.psbench.base;

/** A setting's value that its record refuses. The YAML reader turns it into a message with the value's place in the file. */
public final class InvalidSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String component;
    private final String rule;

    private InvalidSetting(String component, String rule, Object found) {
        super(component + " " + rule + ", got " + found);
        this.component = component;
        this.rule = rule;
    }

    /**
     * To be called in compact constructors.
     *
     * @param component the record component's name, as in Java
     * @param rule what must hold, as the end of a sentence: "must be >= 1"
     * @throws InvalidSetting "component rule, got found", if {@code holds} is false
     */
    public static void require(boolean holds, String component, String rule, Object found) {
        if (!holds) {
            throw new InvalidSetting(component, rule, found);
        }
    }

    /** The record component's name, as in Java. */
    public String component() {
        return component;
    }

    /** What must hold, as the end of a sentence. */
    public String rule() {
        return rule;
    }
}
