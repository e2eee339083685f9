package io.dyadwire.processor.date;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.DateTag;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published on Wednesday 14 August 2019. */
class MarkedDatesTest {
    private static final Instant PUBLISHED = Instant.parse("2019-08-14T03:00:00Z");

    private final Tags tags = new Tags();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            両国は8月24日（土）までに協定を更新する。 | 8月24日（土）=2019-08-24
            外相は24日に訪韓し、30日に帰国する。 | 24日=2019-08-24, 30日=2019-08-30
            令和元年8月15日の式典と平成30年の会談。 | 令和元年8月15日=2019-08-15, 平成30年=2018
            ２０１９年８月に始まった。 | ２０１９年８月=2019-08
            会議は来週金曜日、採決は来月3日だ。 | 来週金曜日=2019-08-23, 来月3日=2019-09-03
            大臣は昨日到着し、あす離れる。 | 昨日=2019-08-13, あす=2019-08-15
            協議は8月30日から31日まで続く。 | 8月30日=2019-08-30, 31日=2019-08-31
            協議は26、27日に開く。 | 26=2019-08-26, 27日=2019-08-27
            判決は昨年10月30日、翌日に抗議した。 | 昨年10月30日=2018-10-30, 翌日=2018-10-31
            2月の会談と12月の選挙。 | 2月=2019-02, 12月=2019-12
            """)
    void shouldReadJapanese(String text, String expected) {
        assertThat(Tags.line(tags.of(PUBLISHED, "ja-JP", text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            정부는 8월 24일까지 협정 연장을 결정한다. | 8월 24일=2019-08-24
            양국은 오는 24일 만나고 지난 9일 통화했다. | 오는 24일=2019-08-24, 지난 9일=2019-08-09
            회의는 다음 주 금요일, 표결은 다음 달 3일이다. | 다음 주 금요일=2019-08-23, 다음 달 3일=2019-09-03
            2019년 법이 2020년 1월 1일 시행된다. | 2019년=2019, 2020년 1월 1일=2020-01-01
            판결은 지난해 10월 30일, 이듬해 3월에 항소했다. | 지난해 10월 30일=2018-10-30, 이듬해 3월=2019-03
            장관은 어제 도착해 내일 떠난다. | 어제=2019-08-13, 내일=2019-08-15
            행사는 26∼28일, 24일(토)은 쉰다. | 26=2019-08-26, 28일=2019-08-28, 24일(토)=2019-08-24
            24일 전국에서 비가 온다. | 24일=2019-08-24
            """)
    void shouldReadKorean(String text, String expected) {
        assertThat(Tags.line(tags.of(PUBLISHED, "ko", text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "交渉は3日間続き、10年ぶりに5日前まで延びた。",
                "第2日曜日の2,024円、24カ月、32日、13月。",
                "협상은 3일간 이어졌고 10년 만에, 5일 만에 끝났다.",
                "24개월, 2,024원, 제3일, 32일, 13월."
            })
    void shouldNotTakeOtherNumbersForDates(String text) {
        assertThat(tags.of(PUBLISHED, text.contains("다") || text.contains("제") ? "ko" : "ja", text))
                .isEmpty();
    }

    @Test
    void shouldTakeAnyText() {
        Random random = new Random(11);
        String alphabet = "0129３年月日曜金（）()의의の 来週先今昨翌令和元第~、년월일오는다음지난주전후간😀x";
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String made = text.toString();
            List<DateTag> found = tags.of(PUBLISHED, round % 2 == 0 ? "ja" : "ko", made);

            assertThat(found).as(made).allSatisfy(tag -> assertThat(made.substring(tag.start(), tag.end()))
                    .isEqualTo(tag.text()));
        }
    }
}
