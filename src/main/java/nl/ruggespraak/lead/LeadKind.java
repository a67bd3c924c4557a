package nl.ruggespraak.lead;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ruggespraak.ask.AskKind;

/** What kind of thing the representative brought back. */
public enum LeadKind {
    TALK_ARRANGED,
    /** Another organisation must part with people. */
    STAFF_SURPLUS,
    /** Another organisation needs people. */
    STAFF_DEMAND,
    WORK_EXPERIENCE_PLACE,
    OTHER;

    /** Whether it is about another organisation's staff; then it must say which organisation. */
    public boolean isAboutStaff() {
        return this == STAFF_SURPLUS || this == STAFF_DEMAND;
    }

    /** The names of the kinds of ask that want what this offers, or offer what this wants. */
    public Set<String> otherSide() {
        Set<AskKind> kinds = switch (this) {
            case STAFF_DEMAND -> EnumSet.of(AskKind.CANDIDATE, AskKind.UPCOMING_CHANGE);
            case STAFF_SURPLUS -> EnumSet.of(AskKind.VACANCY, AskKind.UPCOMING_CHANGE);
            case WORK_EXPERIENCE_PLACE -> EnumSet.of(AskKind.CANDIDATE, AskKind.WORK_EXPERIENCE_PLACE);
            case TALK_ARRANGED, OTHER -> EnumSet.allOf(AskKind.class);
        };
        return kinds.stream().map(AskKind::name).collect(Collectors.toSet());
    }

    /** Whether somebody is expected to do something with it; other news is only told. */
    public boolean asksForAction() {
        return this != OTHER;
    }
}
