package nl.ruggespraak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\t1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "﹦1",
                "﹢1",
                "﹣1",
                "﹫SUM(A1)",
                "\u22121",
                "  =1",
                "\u00A0=1",
                "\u3000＝1",
                "\u200B=1",
                "\uFEFF＝1",
                "\u202E=1",
                "\u0000=1",
                "'=1"
            })
    void isNoFormulaAndReadsBack(String text) {
        assertThat(SpreadsheetCell.harmless(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.read("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Anne-Marie", "'s-Gravenhage", "’t Hart", "1=1", "a@b.example", "\u200B", "–"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(SpreadsheetCell.harmless(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.read(text)).isEqualTo(text);
    }

    @Test
    void leavesNothingAsNothing() {
        assertThat(SpreadsheetCell.harmless(null)).isNull();
    }
}
