package io.dyadwire.alerts.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads {@code rules.yaml}, strictly: an unknown key, desk, topic, country or word of the rule language is a mistake,
 * and all mistakes are told at once.
 *
 * <pre>{@code
 * desks:
 *   - id: northeast-asia                    # the end of its topic's name, news.alerts.northeast-asia
 *     name: Northeast Asia desk
 *     zone: Asia/Tokyo                      # where its days begin; default UTC
 *     webhook:                              # optional
 *       url: https://desk.example.org/hook
 *       secretFile: /run/secrets/hook       # beside this file, when it does not begin with '/'
 * rules:
 *   - id: export-controls
 *     desk: northeast-asia
 *     name: Export controls between Japan and South Korea
 *     keywords: '"export controls" OR whitelist NOT football'
 *     countries: [JPN]                      # any of
 *     pairs: [JPN-KOR]                      # any of
 *     topics: [export-controls]             # any of
 *     alertOn: [articles, deadlines]        # default [articles]
 *     remind: [P7D, P3D, P1D]               # this is the default
 *   - id: gsomia-decision
 *     desk: northeast-asia
 *     what: decision on extending GSOMIA
 *     due: 2019-08-24                       # a deadline that the desk sets itself
 *     remind: [P7D, P1D]
 * }</pre>
 *
 * <p>All conditions of a rule must hold; within a list any one does.
 */
public final class RulesFile {
    /** Characters that the file may have: a hundred thousand rules are about 30 million. */
    private static final int MAX_CHARACTERS = 100_000_000;

    private static final int MAX_DEPTH = 20;

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .loaderOptions(limits())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RulesFile() {}

    /**
     * Reads this file; UTF-8.
     *
     * @param topics the slugs that rules may name; empty when any will do
     * @throws RulesException when it cannot be read or is wrong, with every mistake
     */
    public static RuleBook read(Path file, Set<String> topics) throws RulesException {
        String name = String.valueOf(file.getFileName());
        try {
            return parse(name, Files.readString(file), file.toAbsolutePath().resolveSibling(""), topics);
        } catch (CharacterCodingException e) {
            throw new RulesException(List.of(name + ": is not UTF-8 text"));
        } catch (IOException e) {
            throw new RulesException(List.of(name + ": cannot be read: " + e));
        }
    }

    /**
     * Reads this text.
     *
     * @param name what the mistakes call the file
     * @param folder where relative paths begin
     * @param topics the slugs that rules may name; empty when any will do
     * @throws RulesException when it is wrong, with every mistake
     */
    public static RuleBook parse(String name, String yaml, Path folder, Set<String> topics) throws RulesException {
        Problems problems = new Problems(name);
        Setting root = new Setting("", tree(name, yaml), problems);
        RuleBook book = new RuleBookReader(folder, topics).read(root);
        problems.throwIfAny();
        return book;
    }

    private static JsonNode tree(String name, String yaml) throws RulesException {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw new RulesException(List.of(name + ": " + where + "not valid YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        return limits;
    }
}
