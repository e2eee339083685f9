package io.dyadwire.contract.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.Samples;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineStatement;
import org.junit.jupiter.api.Test;

class AlertArticleTest {
    @Test
    void shouldShowAnArticleWithoutItsText() {
        Article article = Samples.sample("article-v1", Article.class);

        assertThat(AlertArticle.of(article))
                .isEqualTo(Samples.sample("alert-v1", Alert.class).article());
    }

    @Test
    void shouldShowAStatementWithoutAVersion() {
        DeadlineStatement statement =
                Samples.sample("deadline-v1", Deadline.class).latest();

        AlertArticle shown = AlertArticle.of(statement);

        assertThat(shown.id()).isEqualTo(statement.articleId());
        assertThat(shown.version()).isNull();
        assertThat(shown.publisher()).isEqualTo("Example News");
        assertThat(shown.fetchedAt()).isEqualTo(statement.at());
    }
}
