/** Who is told what, in which words and in which language. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.notice;
