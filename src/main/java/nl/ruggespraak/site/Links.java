package nl.ruggespraak.site;

import java.util.OptionalLong;

/** The links by which people act without signing in, as far as their limits must know them. */
public interface Links {

    /** The number of the link with this token below this path; nothing when there never was one. */
    OptionalLong number(String path, String token);
}
