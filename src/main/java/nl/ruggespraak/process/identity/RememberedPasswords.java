package nl.ruggespraak.process.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;

/**
 * Remembers for five minutes which password was right for which account, so that a program pays for the slow hash once and not with each request. What
 * is remembered is a keyed hash of both and of what the account's row holds now: with another password, or another account of that name, whoever made
 * it on whichever node, it fits no longer. The key is this process's own.
 */
@Component
class RememberedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration FOR = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final SecretKeySpec key;
    private final Cache<ByteBuffer, Boolean> right;

    RememberedPasswords(Clock clock) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.right = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(FOR)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** What changes with the account's password, and only then; nobody can tell the password, or its hash, by it. */
    static String mark(UserEntity account) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(account.getSalt()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(
                            digest.digest(String.valueOf(account.getPassword()).getBytes(StandardCharsets.UTF_8)),
                            0,
                            8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void remember(UserEntity account, String password) {
        right.put(mark(account, password), true);
    }

    boolean knows(UserEntity account, String password) {
        return right.getIfPresent(mark(account, password)) != null;
    }

    private ByteBuffer mark(UserEntity account, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            Stream.of(
                            account.getId(),
                            String.valueOf(account.getPassword()),
                            String.valueOf(account.getSalt()),
                            password)
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(part -> {
                        mac.update(ByteBuffer.allocate(Integer.BYTES)
                                .putInt(part.length)
                                .array());
                        mac.update(part);
                    });
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
