/** Whose a task is: the one place that gives tasks to others, and takes from the former what came with them. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.handover;
