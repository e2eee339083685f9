package io.dyadwire.matcher.query;

/** Refuses a query that can match a text without holding any word of it: it would alert on everything else. */
final class NeededWord {
    private NeededWord() {}

    static void check(Query parsed, String query) {
        if (!needsAWord(parsed)) {
            boolean onlyNot = parsed instanceof Query.Not;
            throw new QuerySyntaxException(
                    onlyNot
                            ? "a query that is only NOT would match nearly every article; add a word that must be there"
                            : "this matches articles without any of its words; join what follows NOT with AND to a word that"
                                    + " must be there",
                    query,
                    0);
        }
    }

    private static boolean needsAWord(Query query) {
        return switch (query) {
            case Query.Word word -> true;
            case Query.Phrase phrase -> true;
            case Query.Near near -> true;
            case Query.And and -> and.parts().stream().anyMatch(NeededWord::needsAWord);
            case Query.Or or -> or.parts().stream().allMatch(NeededWord::needsAWord);
            case Query.Not not -> false;
        };
    }
}
