package nl.ruggespraak.calendar;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzId;

/** How a calendar program is told what the clocks of a zone show. */
final class ZoneDefinition {

    private final TimeZoneRegistry library =
            TimeZoneRegistryFactory.getInstance().createRegistry();

    /**
     * The rules of a zone that hold in the year from this moment on. Those of the last century are left out: some programs look at the first
     * rules only. The zone is called as we call it, not as the one that the library takes it for.
     */
    VTimeZone from(ZonedDateTime moment) {
        ZoneId zone = moment.getZone();
        TimeZone known = library.getTimeZone(zone.getId());
        if (known == null) {
            throw new IllegalArgumentException("Calendars do not know the zone " + zone);
        }
        Set<Observance> rules = new LinkedHashSet<>();
        for (int months = 0; months < 12; months++) {
            rules.add(known.getVTimeZone().getApplicableObservance(moment.plusMonths(months)));
        }
        return new VTimeZone(
                new PropertyList(List.of(new TzId(zone.getId()))), new ComponentList<>(new ArrayList<>(rules)));
    }
}
