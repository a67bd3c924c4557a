package nl.ruggespraak.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The application of this test class runs on a database that is set up as the operations guide says; it counts as the embedded one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnGuidedDatabase {
    GuidedDatabase value();
}
