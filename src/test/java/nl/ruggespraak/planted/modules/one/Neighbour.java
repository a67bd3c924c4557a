package nl.ruggespraak.planted.modules.one;

public record Neighbour(String name) {}
