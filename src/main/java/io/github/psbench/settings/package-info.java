/**
 * Settings: records that are read from YAML, with every mistake of a file at once, each as {@code file:line:column: message}, and written as
 * JSON.
 *
 * <h2>The record is the schema</h2>
 *
 * {@link io.github.psbench.settings.SettingsReader} makes a record of a file. Its components are the keys, in kebab-case;
 * {@link io.github.psbench.base.Default} is what a missing key means; {@code @Nullable} allows {@code none}; a sealed interface is a choice by
 * {@link io.github.psbench.base.Name}, and a bare word such as {@code resnet18} is {@code {name: resnet18}}; the constructor refuses what is
 * out of range with {@link io.github.psbench.base.InvalidSetting}. There is no other schema: a new component, or a new record that a sealed
 * interface permits, is accepted, checked, located and explained as soon as it compiles. No record of settings may call a component "name".
 *
 * <p>{@link io.github.psbench.settings.Layers} lays settings over each other and nests dotted keys. Every
 * {@link io.github.psbench.settings.Located} value keeps its {@link io.github.psbench.settings.Place}, and
 * {@link io.github.psbench.settings.Problems} collects what is wrong, so that a mistake is reported where it was written, and once.
 *
 * <h2>YAML's traps</h2>
 *
 * <p>A value is read as the type that its record wants. {@code no} is text where a word is wanted and an error where true or false is;
 * {@code 1_000} and {@code 1e3} are a thousand, {@code 012} is an error that asks for 12 or 0o12; quoted numbers, infinities and what is not
 * a number are errors. Anchors, aliases and {@code <<} work. Tags, keys given twice and second documents are errors.
 */
@NullMarked
package io.github.psbench.settings;

import org.jspecify.annotations.NullMarked;
