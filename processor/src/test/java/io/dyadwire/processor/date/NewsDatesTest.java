package io.dyadwire.processor.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published on Wednesday 14 August 2019. */
class NewsDatesTest {
    private final Tags tags = new Tags();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The levy ends on the last day of May. | the last day of May=2019-05-31
            Bids are due by the last day of the month. | the last day of the month=2019-08-31
            They vote in the second week of October. | the second week of October=2019-W41
            It will sit in the week of Oct. 6. | the week of Oct. 6=2019-W40
            The first half of October was dry. | The first half of October=2018-10
            Sales rose in Q3 2018 and 2H 2017. | Q3 2018=2018-Q3, 2H 2017=2017-H2
            The plant reopens mid-year. | mid-year=2019
            The budget of fiscal 2019-20 passed. | fiscal 2019-20=2019
            The month after next they vote again. | The month after next=2019-10
            It shuts by month-end or at the week's end. | month-end=2019-08, week's end=2019-W33
            Debt is to fall by year-end 2020. | year-end 2020=2020
            It opens by end-September. | end-September=2019-09
            The mill reopens in 09/2020. | 09/2020=2020-09
            They vote in the third week in September. | the third week in September=2019-W37
            It sits in the week beginning Monday, Aug. 26. | the week beginning Monday, Aug. 26=2019-W35
            It will report second-quarter results. | second-quarter=2019-Q2
            It will open in the second quarter. | the second quarter=2020-Q2
            Stocks fell from December's 15 ships. | December=2018-12
            """)
    void shouldReadPartsOfAMonthOrYear(String text, String expected) {
        assertThat(tags.line(LocalDate.of(2019, 8, 14), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It opens on Aug. 24 (Sat), they said. | Aug. 24 (Sat)=2019-08-24
            It was signed on 18 July, Wednesday. | 18 July, Wednesday=2018-07-18
            He comes next Tuesday or Wednesday. | next Tuesday=2019-08-20, Wednesday=2019-08-21
            Riots broke out on Saturday and Sunday. | Saturday=2019-08-10, Sunday=2019-08-11
            The envoy returns Monday two weeks from now. | Monday two weeks from now=2019-08-26
            They conferred over the weekend. | the weekend=2019-W32-WE
            They will confer over the weekend. | the weekend=2019-W33-WE
            The ministry said that talks open Friday. | Friday=2019-08-16
            Tempers rose ahead of Friday's summit. | Friday=2019-08-16
            The vote was brought forward to Oct. 20 from Nov. 3. | Oct. 20=2019-10-20, Nov. 3=2019-11-03
            The hearing was put off until Tuesday after a storm. | Tuesday=2019-08-20
            The truce between the two expires on Nov. 23, the army said. | Nov. 23=2019-11-23
            On Tuesday it collapsed. | Tuesday=2019-08-13
            He returns in two months on Tuesday. | two months on Tuesday=2019-10-15
            They meet on Aug. 24, 25, 26 and 28. | Aug. 24=2019-08-24, 25=2019-08-25, 26=2019-08-26, 28=2019-08-28
            On Aug. 24, 25 people fell ill. | Aug. 24=2019-08-24
            It ends on the twenty-fourth of September. | the twenty-fourth of September=2019-09-24
            They wed on Friday the 13th. | Friday the 13th=2019-09-13
            The hearing is on Monday week. | Monday week=2019-08-26
            It fell a week ago Tuesday. | a week ago Tuesday=2019-08-06
            The vote is 10 days away. | 10 days away=2019-08-24
            The vote is less than two weeks away. | two weeks=P2W
            They meet every other week. | every other week=P2W
            It opens Thursday at 9 a.m. Eastern. | Thursday at 9 a.m. Eastern=2019-08-15T09:00-04:00
            The dividend is payable on April two. | April two=2020-04-02
            In April two men fell. | April=2019-04
            He was jailed in '87. | 87=1987
            She was born on twenty five January nineteen eighty six. | twenty five January nineteen eighty six=1986-01-25
            Caesar fell on March 15, 44 BC. | March 15, 44 BC=BC0044-03-15
            The tax would be paid on a still unspecified date in January. | January=2020-01
            """)
    void shouldReadDaysAndYears(String text, String expected) {
        assertThat(tags.line(LocalDate.of(2019, 8, 14), text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            On July 3 the king fled. Two days later he was caught. | July 3=2019-07-03, Two days later=2019-07-05
            On July 3 he came. The following week he left. | July 3=2019-07-03, The following week=2019-W28
            It sank on July 3. The day before, it had left port. | July 3=2019-07-03, The day before=2019-07-02
            It sank on July 3. Two weeks before, it had left port. | July 3=2019-07-03, Two weeks before=2019-06-19
            They dined on July 3. The next morning they signed. | July 3=2019-07-03, The next morning=2019-07-04TMO
            Talks open on Sept. 3. By then the ban will be over. | Sept. 3=2019-09-03, then=2019-09-03
            He left in 2015. Two years later he was back. | 2015=2015, Two years later=2017
            He left in May 2015. Two years and three months later he was back. | May 2015=2015-05, Two years and three months later=2017-08
            The ship came three days later than planned. | three days=P3D
            He comes on Nov. 11, three days later than first planned. | Nov. 11=2019-11-11, three days=P3D
            He comes on Nov. 11, three days later than originally planned. | Nov. 11=2019-11-11, three days later than originally planned=2019-11-11
            The race took 2 hours 30 minutes. | 2 hours 30 minutes=PT2H30M
            Ten years ago today the wall fell. | Ten years ago today=2009-08-14
            The yen ended the day higher. | the day=2019-08-14
            """)
    void shouldCountFromTheDateBefore(String text, String expected) {
        assertThat(tags.line(LocalDate.of(2019, 8, 14), text)).isEqualTo(expected);
    }
}
