package io.dyadwire.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.article.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditorsNoteTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CORRECTED-Strait towns settle quarrel | The towns settled. | CORRECTION
            CORRECTED-UPDATE 2-Strait towns settle quarrel | The towns settled. | CORRECTION
            Correction: Strait towns settle quarrel | The towns settled. | CORRECTION
            Strait towns settle quarrel (corrected) | The towns settled. | CORRECTION
            Strait towns settle quarrel | The towns settled. This article was amended on Monday to give the year. | CORRECTION
            Strait towns settle quarrel | An earlier version of this article misstated the toll. The towns settled. | CORRECTION
            Strait towns settle quarrel | (Corrects the toll in the second paragraph.) The towns settled. | CORRECTION
            RETRACTED: Strait towns settle quarrel | The towns settled. | RETRACTION
            WITHDRAWN - Strait towns settle quarrel | | RETRACTION
            Strait towns settle quarrel | This story has been withdrawn. | RETRACTION
            """)
    void shouldSeeWhatANewsroomSays(String title, String text, AlertType expected) {
        assertThat(EditorsNote.of(article(title, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Correction in stocks deepens: why traders worry",
                "Troops withdrawn from the strait",
                "Minister corrected by her own office - twice",
                "Watchdog retracted its report on tariffs, towns say",
                "Corrections officers strike: towns worry"
            })
    void shouldNotTakeNewsForANote(String title) {
        assertThat(EditorsNote.of(article(title, "The towns said that the story was being corrected by nobody.")))
                .isNull();
    }

    private static Article article(String title, String text) {
        return Samples.article("id", 1, title, text == null ? "" : text, Samples.T0);
    }
}
