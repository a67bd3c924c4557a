package nl.ruggespraak.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people typed, in a cell of a file for spreadsheets. A spreadsheet takes a cell for a formula by its first sign, in whatever width it is
 * written, and some pass over what does not show before it.
 */
public final class SpreadsheetCell {

    private static final char TEXT = '\'';

    /** Signs as Unicode's compatibility form (NFKC) makes them, and the minus of mathematics, which it leaves. */
    private static final String SIGNS = "=+-@\u2212";

    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]");

    private SpreadsheetCell() {}

    /** With an apostrophe before what a spreadsheet could calculate: it shows that as text. */
    public static @Nullable String harmless(@Nullable String text) {
        return text != null && isFormula(text) ? TEXT + text : text;
    }

    /** What {@link #harmless} was given. */
    public static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == TEXT && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Apostrophes are passed over, so that reading takes off the one that was put before. */
    private static boolean isFormula(String text) {
        int first = text.codePoints()
                .filter(character -> character != TEXT
                        && !UNSEEN.matcher(Character.toString(character)).matches())
                .findFirst()
                .orElse(' ');
        String plain = Normalizer.normalize(Character.toString(first), Normalizer.Form.NFKC);
        return plain.codePoints().limit(1).anyMatch(sign -> SIGNS.indexOf(sign) >= 0) || beginsAnotherCell(text);
    }

    private static boolean beginsAnotherCell(String text) {
        return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    }
}
