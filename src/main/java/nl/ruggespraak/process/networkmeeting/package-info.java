/** The model network-meeting: a meeting from its planning to its published results. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.networkmeeting;
