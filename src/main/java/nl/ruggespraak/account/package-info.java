/** How people come by a password: invitations, links to choose one, and who came in when. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"setup", "shared", "personal", "people", "mail", "notice", "link", "audit", "site"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.account;
