/** Who may sign in and do what: Camunda's users, groups, tenants and authorizations, which follow our people. */
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.process.identity;
