/** Gives the engine the models, decisions and forms that this version of the application brings. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.deployment;
