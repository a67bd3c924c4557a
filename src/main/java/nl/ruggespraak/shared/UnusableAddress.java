package nl.ruggespraak.shared;

import java.util.List;

/** What was typed is no address that the mail server can be given, and why. It does not repeat the address. */
public class UnusableAddress extends Exception {

    private final AddressFault fault;
    private final transient List<Object> arguments;

    UnusableAddress(AddressFault fault, Object... arguments) {
        super(fault.name());
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    public AddressFault fault() {
        return fault;
    }

    /** The sentence, as a problem with this field. */
    public Problem problem(String field) {
        return new Problem(field, null, "refusal.address." + fault, arguments);
    }

    /** The sentence, as a problem with a row of a list. */
    public Problem problemInRow(String field, int row) {
        return new Problem(field, row, "refusal.address." + fault, arguments);
    }
}
