package nl.ruggespraak.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class EmailAddressesTests {

    /** Files with awkward cases beside the checkout, where they lie. */
    private static final Path CASES = Path.of("../shared/data/cases");

    private final EmailAddresses addresses = Addresses.usual();

    @ParameterizedTest
    @CsvSource({
        "pat.o'brien@lnv.example.org, pat.o'brien@lnv.example.org, pat.o'brien@lnv.example.org",
        "plus+netwerk@lnv.example.org, plus+netwerk@lnv.example.org, plus+netwerk@lnv.example.org",
        "J.DeVries@LNV.Example.ORG, J.DeVries@lnv.example.org, J.DeVries@lnv.example.org",
        "' jan@lnv.example.org ', jan@lnv.example.org, jan@lnv.example.org",
        "admin@localhost, admin@localhost, admin@localhost",
        "jan@r3---x.example.org, jan@r3---x.example.org, jan@r3---x.example.org",
        // international, and readable
        "info@müller-advies.example, info@müller-advies.example, info@xn--mller-advies-dlb.example",
        "info@MÜLLER-Advies.example, info@müller-advies.example, info@xn--mller-advies-dlb.example",
        "info@mu\u0308ller-advies.example, info@müller-advies.example, info@xn--mller-advies-dlb.example",
        "info@xn--mller-advies-dlb.example, info@müller-advies.example, info@xn--mller-advies-dlb.example",
        "bo@ĳsselmeer.example, bo@ijsselmeer.example, bo@ijsselmeer.example",
        "bo@ｌｎｖ.example, bo@lnv.example, bo@lnv.example",
        "bo@lnv。example, bo@lnv.example, bo@lnv.example",
        // ß is no ss: two registries, two owners
        "bo@straße.example, bo@straße.example, bo@xn--strae-oqa.example",
        // one script in each name
        "post@почта.example, post@почта.example, post@xn--80a1acny.example",
        "post@пример.испытание, post@пример.испытание, post@xn--e1afmkfd.xn--80akhbyknj4f",
        "post@例え.テスト, post@例え.テスト, post@xn--r8jz45g.xn--zckzah",
        "post@toyotaトヨタ.example, post@toyotaトヨタ.example, post@xn--toyota-nu4epcsp.example"
    })
    void readsWhatAMailServerCanBeGiven(String typed, String text, String wire) throws Exception {
        EmailAddress address = addresses.read(typed);

        assertThat(address.text()).isEqualTo(text);
        assertThat(address.wire()).isEqualTo(wire).matches("\\p{ASCII}+");
        assertThat(addresses.read(address.text())).isEqualTo(address).hasSameHashCodeAs(address);
        assertThat(addresses.read(address.wire())).isEqualTo(address);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatNoMailServerCanBeGivenAndSaysWhy(AddressFault fault, String typed) {
        assertThatThrownBy(read(typed))
                .isInstanceOfSatisfying(
                        UnusableAddress.class,
                        unusable -> assertThat(unusable.fault()).isEqualTo(fault));
        assertThat(addresses.find(typed)).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Map.ofEntries(
                        Map.entry(AddressFault.MISSING, List.of("", "  ", "\u3000")),
                        Map.entry(
                                AddressFault.UNSEEN,
                                List.of(
                                        "jan\u200B@lnv.example.org",
                                        "jan@lnv\u200B.example.org",
                                        "\uFEFFjan@lnv.example.org",
                                        "jan@lnv.example.org\u200E",
                                        "jan@l\u00ADnv.example.org",
                                        "\u202Ejan@lnv.example.org",
                                        "jan@\u2067lnv\u2069.example.org",
                                        "jan@lnv\u2060.example.org",
                                        "jan\u3164@lnv.example.org",
                                        "jan\uFE0F@lnv.example.org",
                                        "jan@lnv.example.org\r\nRCPT TO:<x@example.org>",
                                        "jan\u0000@lnv.example.org",
                                        "jan\t@lnv.example.org",
                                        "jan\uD800@lnv.example.org",
                                        "jan@lnv\uE000.example.org")),
                        Map.entry(
                                AddressFault.MAILTO,
                                List.of("mailto:jan@lnv.example.org", "MailTo: jan@lnv.example.org")),
                        Map.entry(
                                AddressFault.NAME,
                                List.of(
                                        "Jan <jan@lnv.example.org>",
                                        "<jan@lnv.example.org>",
                                        "\"Jan\" <jan@lnv.example.org>",
                                        "jan@lnv.example.org>")),
                        Map.entry(
                                AddressFault.SEVERAL,
                                List.of(
                                        "jan.jansen@lnv.example.org;piet@lnv.example.org",
                                        "jan@lnv.example.org, piet@lnv.example.org",
                                        "jan@lnv.example.org / piet@lnv.example.org",
                                        "jan@lnv.example.org piet@lnv.example.org",
                                        "Jan <jan@lnv.example.org>, Piet <piet@lnv.example.org>")),
                        Map.entry(
                                AddressFault.QUOTED,
                                List.of(
                                        "\"jan.de boer\"@lnv.example.org",
                                        "\"a@b\"@lnv.example.org",
                                        "\"@lnv.example")),
                        Map.entry(
                                AddressFault.COMMENT,
                                List.of(
                                        "jan(hr)@lnv.example.org",
                                        "jan@lnv.example.org (Jan)",
                                        "jan@(x)lnv.example.org")),
                        Map.entry(
                                AddressFault.SPACE,
                                List.of(
                                        "jan @lnv.example.org",
                                        "jan@ lnv.example.org",
                                        "jan\u00A0@lnv.example.org",
                                        "anne at home")),
                        Map.entry(AddressFault.COMMA, List.of("jan,piet@lnv.example.org", "jan@lnv,example.org")),
                        Map.entry(AddressFault.AT_MISSING, List.of("jan.lnv.example.org", "jan＠lnv.example.org")),
                        Map.entry(AddressFault.AT_TWICE, List.of("jan@@lnv.example.org", "jan@piet@lnv.example.org")),
                        Map.entry(AddressFault.LOCAL_MISSING, List.of("@lnv.example.org")),
                        Map.entry(AddressFault.DOMAIN_MISSING, List.of("jan@")),
                        Map.entry(
                                AddressFault.NUMBER,
                                List.of("jan@[192.168.1.10]", "jan@192.168.1.10", "jan@[IPv6:::1]", "jan@lnv.123")),
                        Map.entry(
                                AddressFault.DOTS,
                                List.of("jan..jansen@lnv.example.org", "jan@lnv..example.org", "jan@lnv。.example.org")),
                        Map.entry(AddressFault.DOT_FIRST, List.of(".jan@lnv.example.org")),
                        Map.entry(AddressFault.DOT_BEFORE_AT, List.of("jan.@lnv.example.org")),
                        Map.entry(AddressFault.DOT_AFTER_AT, List.of("jan@.lnv.example.org", "jan@。lnv.example.org")),
                        Map.entry(AddressFault.DOT_LAST, List.of("jan@lnv.example.org.", "jan@lnv.example.org。")),
                        Map.entry(AddressFault.LOCAL_TOO_LONG, List.of("a".repeat(65) + "@lnv.example.org")),
                        Map.entry(
                                AddressFault.LOCAL_LETTER,
                                List.of(
                                        "jörg@lnv.example.org",
                                        "ayşe.yılmaz@lnv.example.org",
                                        "łukasz@lnv.example.org",
                                        "ｊan@lnv.example.org",
                                        "jаn@lnv.example.org",
                                        "jan’s@lnv.example.org",
                                        "😀@lnv.example.org")),
                        Map.entry(
                                AddressFault.LOCAL_CHARACTER,
                                List.of(
                                        "jan:x@lnv.example.org",
                                        "jan\\x@lnv.example.org",
                                        "jan;x@lnv.example.org",
                                        "[j]@lnv.nl")),
                        Map.entry(
                                AddressFault.DOMAIN_CHARACTER,
                                List.of(
                                        "jan@lnv_example.org",
                                        "jan@lnv/example.org",
                                        "jan@lnv!.org",
                                        "jan@lnv℀.org",
                                        "jan@::1")),
                        Map.entry(
                                AddressFault.HYPHEN,
                                List.of("jan@-lnv.example.org", "jan@lnv-.example.org", "jan@lnv.example.-org")),
                        Map.entry(AddressFault.LABEL_TOO_LONG, List.of("jan@" + "a".repeat(64) + ".example.org")),
                        Map.entry(
                                AddressFault.TOO_LONG,
                                List.of(
                                        "a".repeat(60) + "@" + ("b".repeat(60) + ".").repeat(3) + "b".repeat(9) + ".nl",
                                        "a@" + "b.".repeat(130) + "nl")),
                        Map.entry(
                                AddressFault.SCRIPTS,
                                List.of(
                                        "jan@lnv.еxample.org",
                                        "jan@lnv.xn--xample-2of.org",
                                        "jan@lnv.examplе.org",
                                        "jan@οffice365.example",
                                        "jan@gοοgle.example",
                                        "jan@аpple.example",
                                        "jan@lnv.օrg")),
                        Map.entry(
                                AddressFault.INTERNATIONAL,
                                List.of(
                                        "jan@xn--.example",
                                        "jan@xn--zzzzz99999.example",
                                        "jan@\u0301lnv.example",
                                        "jan@אa.example")),
                        Map.entry(AddressFault.NO_DOT, List.of("jan@lnv", "jan@LNV", "jan@müller")),
                        Map.entry(AddressFault.OTHER, List.of("=?utf-8?q?x?=@lnv.example.org")))
                .entrySet()
                .stream()
                .flatMap(kind -> kind.getValue().stream().map(typed -> Arguments.of(kind.getKey(), typed)));
    }

    @ParameterizedTest
    @EnumSource(AddressFault.class)
    void triesEveryReason(AddressFault fault) {
        assertThat(refused().map(each -> each.get()[0])).contains(fault);
    }

    @Test
    void hasASentenceOfItsOwnForEveryReasonInBothLanguages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Set<String> sentences = new HashSet<>();
        for (AddressFault fault : AddressFault.values()) {
            Problem problem = new UnusableAddress(fault, "x", "y").problemInRow("file", 2);
            sentences.add(problem.sentence(messages, Locale.ENGLISH));
            sentences.add(problem.sentence(messages, Locale.forLanguageTag("nl")));
        }
        assertThat(sentences).hasSize(2 * AddressFault.values().length).noneMatch(each -> each.startsWith("refusal."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void takesUpToSixtyFourBeforeTheAt(int length) throws Exception {
        assertThat(addresses.read("a".repeat(length) + "@lnv.example.org").text())
                .hasSize(length + 16);
    }

    @Test
    void takesUpToTwoHundredFiftyFour() throws Exception {
        String longest = "a".repeat(60) + "@" + ("b".repeat(60) + ".").repeat(3) + "b".repeat(7) + ".nl";

        assertThat(addresses.read(longest).wire()).hasSize(254);
    }

    @Test
    void knowsDomainsWithoutADotBySetting() throws Exception {
        EmailAddresses onAnIntranet = new EmailAddresses(false, Set.of("lnv"));

        assertThat(onAnIntranet.read("jan@LNV").wire()).isEqualTo("jan@lnv");
        assertThat(onAnIntranet.find("jan@rws")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg", "ayşe.yılmaz", "łukasz", "Élodie", "почта", "花子"})
    void takesLettersOfOneScriptBeforeTheAtWhereTheMailServerOffersThat(String local) throws Exception {
        EmailAddress address = Addresses.inAnyScript().read(local + "@müller.example");

        assertThat(address.needsSmtpUtf8()).isTrue();
        assertThat(address.text()).isEqualTo(local + "@müller.example");
        assertThat(address.wire()).isEqualTo(local + "@xn--mller-kva.example");
        assertThat(address.mailto()).matches("mailto:[\\w.%]+@xn--mller-kva\\.example");
    }

    @ParameterizedTest
    @CsvSource({
        "jаn, SCRIPTS",
        "ｊan, LOCAL_CHARACTER",
        "jan’s, LOCAL_CHARACTER",
        "ﬁnn, LOCAL_CHARACTER",
        "j\u200Ban, UNSEEN"
    })
    void refusesLooksAlikeBeforeTheAtAllTheSame(String local, AddressFault fault) {
        assertThatThrownBy(() -> Addresses.inAnyScript().read(local + "@lnv.example.org"))
                .isInstanceOfSatisfying(
                        UnusableAddress.class,
                        unusable -> assertThat(unusable.fault()).isEqualTo(fault));
    }

    @Test
    void makesALinkThatNamesTheMailboxAndNothingElse() throws Exception {
        assertThat(addresses.read("a?cc=b&c%d/e#f@müller.example").mailto())
                .isEqualTo("mailto:a%3Fcc%3Db%26c%25d%2Fe%23f@xn--mller-kva.example");
        assertThat(addresses.read("pat.o'brien+x@lnv.example.org").mailto())
                .isEqualTo("mailto:pat.o'brien+x@lnv.example.org");
    }

    @Test
    void knowsHowItIsSpeltWhereSomebodyIsForgotten() {
        assertThat(EmailAddresses.spellings("a?b@müller.example"))
                .containsExactlyInAnyOrder(
                        "a?b@müller.example", "a?b@xn--mller-kva.example", "a%3Fb@xn--mller-kva.example");
        assertThat(EmailAddresses.spellings("no address")).containsExactly("no address");
        assertThat(EmailAddresses.spellings("")).containsExactly("");
    }

    @Test
    void tellsLocalPartsApartByTheirCapitalsAndDomainsNot() throws Exception {
        EmailAddress address = addresses.read("Jan@LNV.example.org");

        assertThat(address).isEqualTo(addresses.read("Jan@lnv.example.org"));
        assertThat(address).isNotEqualTo(addresses.read("jan@lnv.example.org"));
        assertThat(address.sharesMailboxWith(addresses.read("jan@lnv.example.org")))
                .isTrue();
        assertThat(address.sharesMailboxWith(addresses.read("jan@rws.example.org")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "06-addresses.csv, case06-a case06-b case06-c case06-d case06-o",
        "10-address-changes-on-the-wire.csv, case10-d"
    })
    @EnabledIf("thereAreCases")
    void takesOfTheAwkwardFilesWhatIsRight(String file, String taken) throws IOException {
        assertThat(Files.readAllLines(CASES.resolve(file)).stream()
                        .skip(1)
                        .map(line -> line.split(";", -1))
                        .filter(cells -> addresses
                                .find(Arrays.stream(cells, 4, cells.length - 1)
                                        .collect(Collectors.joining(";"))
                                        .replaceAll("^\"|\"$", "")
                                        .replace("\"\"", "\""))
                                .isPresent())
                        .map(cells -> cells[1]))
                .containsExactly(taken.split(" "));
    }

    static boolean thereAreCases() {
        return Files.isDirectory(CASES);
    }

    private ThrowingCallable read(String typed) {
        return () -> addresses.read(typed);
    }
}
