package io.dyadwire.runner.feeds;

import io.dyadwire.contract.feed.FullText;
import io.dyadwire.ingest.opml.OpmlWriter;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The words of the list of feeds, on the command line. */
final class FullTextWord implements ITypeConverter<FullText> {
    @Override
    public FullText convert(String word) {
        return Arrays.stream(FullText.values())
                .filter(choice -> OpmlWriter.word(choice).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () -> new TypeConversionException("'" + word + "' is not one of never, summary-only, always"));
    }
}
