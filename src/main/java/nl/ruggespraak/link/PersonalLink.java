package nl.ruggespraak.link;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A link of one person for one purpose.
 *
 * @param person key of the person
 * @param subject key of the meeting cycle, or id of the report-back
 * @param cycle key of the meeting cycle that it belongs to; null when that is not known any more
 * @param since when it was answered, or when the person will be asked, if either
 */
public record PersonalLink(
        long id,
        Purpose purpose,
        String person,
        String subject,
        @Nullable String cycle,
        Standing standing,
        @Nullable Instant since) {

    /** A name for what was typed, for a browser: the same by each link to it, and telling nothing of the person or the link. */
    public String draftName() {
        String of = purpose + "/" + person + "/" + subject;
        return HexFormat.of().formatHex(Token.sha256(of), 0, 8);
    }
}
