package nl.ruggespraak.planted;

import org.springframework.transaction.annotation.Transactional;

public class ChangesWithoutRecord {

    @Transactional
    public void change() {}
}
