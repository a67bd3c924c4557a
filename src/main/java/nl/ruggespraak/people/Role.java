package nl.ruggespraak.people;

/** What a person does in the network, and the group of the identity service that stands for it. */
public enum Role {
    CHAIR("chairs"),
    REPRESENTATIVE("representatives"),
    ADVISER("advisers"),
    MANAGER("managers"),
    DIRECTOR("directors"),
    DEPARTMENT_HEAD("department-heads"),
    ADMINISTRATOR("camunda-admin");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }

    /** The group of those who have this role in one network, e.g. {@code chairs-sam}. */
    public String groupOf(String network) {
        return group + "-" + network;
    }
}
