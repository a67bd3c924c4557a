package nl.ruggespraak.planted;

import org.camunda.bpm.engine.RuntimeService;

public record KnowsTheEngine(RuntimeService engine) {}
