package nl.ruggespraak.planted.modules.two;

import nl.ruggespraak.planted.modules.one.Neighbour;

public record Visitor(Neighbour neighbour) {}
