package nl.ruggespraak.escalation;

import java.util.List;
import nl.ruggespraak.ask.Ask;
import nl.ruggespraak.lead.Lead;
import nl.ruggespraak.matching.StaffHere;

/**
 * What a director needs to know to decide, on one page.
 *
 * @param broughtBy key of the representative who brought the lead back
 * @param ourAsks what our own colleagues asked on the other side of the lead
 * @param ourStaff whom our departments last reported at risk, of occupations that fit
 * @param similarCases what was decided in the network before, newest first
 * @param departmentHeads keys of those who would be asked
 */
public record Brief(
        Escalation escalation,
        Lead lead,
        String broughtBy,
        List<Ask> ourAsks,
        List<StaffHere> ourStaff,
        List<SimilarCase> similarCases,
        List<String> departmentHeads) {}
