package nl.ruggespraak.result;

import nl.ruggespraak.ask.AskKind;
import nl.ruggespraak.lead.LeadKind;
import nl.ruggespraak.matching.CatalogueNames;
import nl.ruggespraak.reportback.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of something, without names and without anything that a person has written. Several that are about few people each are told as
 * one.
 *
 * @param deal whether a director made a deal of it
 * @param ask kind of the ask that it began with; null when it began with a lead
 * @param lead kind of the lead that it began with; null when it began with an ask
 * @param people how many people it helped; of talks, how many there were
 * @param occupation names of their occupation, where it can be told
 * @param region names of the region, where it can be told
 * @param organisation name of the other organisation, where it can be told
 */
public record Story(
        boolean deal,
        @Nullable AskKind ask,
        @Nullable LeadKind lead,
        Outcome outcome,
        int people,
        CatalogueNames.@Nullable Name occupation,
        CatalogueNames.@Nullable Name region,
        @Nullable String organisation) {}
