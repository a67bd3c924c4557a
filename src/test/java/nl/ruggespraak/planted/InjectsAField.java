package nl.ruggespraak.planted;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public class InjectsAField {

    @Autowired
    @Nullable
    Clock clock;
}
