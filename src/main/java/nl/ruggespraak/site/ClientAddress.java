package nl.ruggespraak.site;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody comes from, as far as they cannot change it at will: with IPv6 everybody has a whole network of addresses. */
class ClientAddress {

    /** Nothing that a name service would be asked for. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private static final int BYTES_OF_A_NETWORK = 8;

    private ClientAddress() {}

    /** @param address as the server sees it, which knows whether a proxy may be believed */
    static String of(@Nullable String address) {
        String text = String.valueOf(address).replaceAll("[\\[\\]]|%.*", "");
        if (!IPV6.matcher(text).matches()) {
            return text;
        }
        try {
            byte[] bytes = InetAddress.getByName(text).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES_OF_A_NETWORK));
        } catch (UnknownHostException e) {
            return text;
        }
    }
}
