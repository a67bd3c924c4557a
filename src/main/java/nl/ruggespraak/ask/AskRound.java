package nl.ruggespraak.ask;

/** One colleague who is asked before one meeting. */
public record AskRound(
        long id, String cycle, String colleague, AskRoundStatus status, boolean nothingToAsk, boolean late) {}
