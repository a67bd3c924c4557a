package nl.ruggespraak.shared;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands behind the @ (UTS #46, without its transition: a ß is no ss, for these may be two domains).
 *
 * @param text in its own script, decoded where it was typed as punycode
 * @param wire in ASCII
 */
record DomainName(String text, String wire) {

    private static final int LONGEST_LABEL = 63;

    private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** One script, or those that are written together: Japanese, Korean and Chinese with Latin (UTS #39, highly restrictive). */
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private static final Pattern ASCII_CHARACTER = Pattern.compile("[A-Za-z0-9.-]");
    private static final Pattern NUMBER = Pattern.compile("\\[.*|\\d+(\\.\\d+){3}");

    /**
     * Reads one.
     *
     * @param withoutDot those that are whole without a dot
     */
    static DomainName read(String typed, Set<String> withoutDot) throws UnusableAddress {
        if (NUMBER.matcher(typed).matches()) {
            throw new UnusableAddress(AddressFault.NUMBER);
        }
        IDNA.Info found = new IDNA.Info();
        String text = RULES.nameToUnicode(typed, new StringBuilder(), found).toString();
        refuse(found, typed, text);
        String wire = RULES.nameToASCII(typed, new StringBuilder(), found).toString();
        refuse(found, typed, text);
        if (wire.endsWith(".")) {
            throw new UnusableAddress(AddressFault.DOT_LAST);
        }
        for (String label : text.split("\\.", -1)) {
            refuseScripts(label);
        }
        if (!wire.contains(".") && !withoutDot.contains(wire)) {
            throw new UnusableAddress(AddressFault.NO_DOT, text);
        }
        return new DomainName(text, wire);
    }

    private static void refuse(IDNA.Info found, String typed, String text) throws UnusableAddress {
        Set<IDNA.Error> errors = found.getErrors();
        if (errors.contains(IDNA.Error.DISALLOWED)) {
            throw new UnusableAddress(AddressFault.DOMAIN_CHARACTER, disallowed(typed));
        }
        if (errors.contains(IDNA.Error.EMPTY_LABEL)) {
            throw new UnusableAddress(text.startsWith(".") ? AddressFault.DOT_AFTER_AT : AddressFault.DOTS);
        }
        if (errors.contains(IDNA.Error.LEADING_HYPHEN) || errors.contains(IDNA.Error.TRAILING_HYPHEN)) {
            throw new UnusableAddress(AddressFault.HYPHEN);
        }
        if (errors.contains(IDNA.Error.LABEL_TOO_LONG)) {
            throw new UnusableAddress(AddressFault.LABEL_TOO_LONG, LONGEST_LABEL);
        }
        if (errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
            throw new UnusableAddress(AddressFault.TOO_LONG, EmailAddresses.LONGEST, typed.length());
        }
        // Two hyphens in the third and fourth place are odd, and yet a name that servers are given.
        if (errors.stream().anyMatch(error -> error != IDNA.Error.HYPHEN_3_4)) {
            throw new UnusableAddress(AddressFault.INTERNATIONAL, text);
        }
    }

    /** Refuses letters of which one looks like one of another script. */
    static void refuseScripts(String name) throws UnusableAddress {
        if (!isAscii(name) && SCRIPTS.failsChecks(name)) {
            throw new UnusableAddress(AddressFault.SCRIPTS, name);
        }
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    /** The first character that no domain may have. */
    private static String disallowed(String typed) {
        return typed.codePoints()
                .mapToObj(Character::toString)
                .filter(character ->
                        isAscii(character) ? !ASCII_CHARACTER.matcher(character).matches() : isDisallowed(character))
                .findFirst()
                .orElse(typed);
    }

    private static boolean isDisallowed(String character) {
        IDNA.Info found = new IDNA.Info();
        RULES.labelToASCII("a" + character, new StringBuilder(), found);
        return found.getErrors().contains(IDNA.Error.DISALLOWED);
    }
}
