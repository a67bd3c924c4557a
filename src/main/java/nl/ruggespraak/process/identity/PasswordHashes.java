package nl.ruggespraak.process.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords for the engine, which keeps them as <code>{sha384}{bcrypt}$2a$10$…</code>. bcrypt looks at 72 bytes and no further, and the engine
 * appends a salt of its own to each password: so what bcrypt gets is a SHA-384 of both, and a password may be as long as somebody likes.
 */
@Component
class PasswordHashes implements PasswordEncryptor {

    private static final String NAME = "sha384";
    private static final String BCRYPT = "bcrypt";
    private static final int LEAST_STRENGTH = 4;

    private final PasswordEncoder hashes;
    private final PasswordEncoder quickHashes;

    /** The hash of something that nobody types. */
    private final String nobodys;

    PasswordHashes(@Value("${ruggespraak.passwords.bcrypt-strength:10}") int strength) {
        this.hashes = bcrypt(strength);
        this.quickHashes = bcrypt(LEAST_STRENGTH);
        this.nobodys = hashes.encode(PasswordHashes.class.getName());
    }

    private static PasswordEncoder bcrypt(int strength) {
        return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(strength)));
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    @Override
    public String encrypt(String password) {
        return hashes.encode(digest(password));
    }

    @Override
    public boolean check(String password, String hash) {
        return hashes.matches(digest(password), hash);
    }

    /** As it is kept, for a password that is no secret; replaced at the first sign-in. Thousands of them take no time. */
    String quick(String password) {
        return "{" + NAME + "}" + quickHashes.encode(digest(password));
    }

    /** Does the work of a check where there is nothing to check, so that nobody learns from the time that it takes what there is. */
    void checkInVain(String password) {
        hashes.matches(digest(password), nobodys);
    }

    /** Whether this was kept by something weaker than what is used now: by the engine's own SHA-512, or with fewer rounds. */
    boolean isOutdated(@Nullable String kept) {
        String prefix = "{" + NAME + "}";
        return kept == null || !kept.startsWith(prefix) || hashes.upgradeEncoding(kept.substring(prefix.length()));
    }

    private static String digest(String password) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
