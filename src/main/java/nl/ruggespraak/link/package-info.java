/** Links with which a person does one thing without signing in: issued into mails, opened on a phone, dead when the thing is done. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "personal", "people", "meeting", "mail", "audit", "site"})
@org.jspecify.annotations.NullMarked
package nl.ruggespraak.link;
