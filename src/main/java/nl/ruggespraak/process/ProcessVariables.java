package nl.ruggespraak.process;

import java.util.Date;
import java.util.List;

/** Every process variable, declared once; a test compares them with the models. */
public final class ProcessVariables {

    // all models
    /** Key of the organisation; the tenant. */
    public static final Variable<String> ORGANISATION = text("organisation");
    /** Title of the meeting, for Tasklist's column. */
    public static final Variable<String> MEETING = text("meeting");

    // network-meeting
    public static final Variable<Date> MEETING_ENDS_AT = date("meetingEndsAt");
    public static final Variable<Date> REPORT_PERIOD_ENDS_AT = date("reportPeriodEndsAt");
    public static final Variable<Date> PUBLISH_DUE_AT = date("publishDueAt");
    public static final Variable<Boolean> ALL_REPORTED = flag("allReported");

    /** Comes with a message that tells the process what our own page did already; gone with the transaction. */
    public static final Variable<Boolean> BY_OURSELVES = flag("byOurselves");

    // meeting-cycle
    /** Key of the person who attends. */
    public static final Variable<String> REPRESENTATIVE = text("representative");

    public static final Variable<Date> ANNOUNCE_AT = date("announceAt");
    public static final Variable<Date> ANNOUNCE_BY_ITSELF_AT = date("announceByItselfAt");
    public static final Variable<Date> REMIND_AT = date("remindAt");
    public static final Variable<Date> ASKS_CLOSE_AT = date("asksCloseAt");
    public static final Variable<Date> STARTS_AT = date("startsAt");
    public static final Variable<Date> LEADS_DUE_AT = date("leadsDueAt");
    public static final Variable<Date> EVALUATE_AT = date("evaluateAt");
    /** How many batches the colleagues make. */
    public static final Variable<Integer> ASK_ROUND_BATCHES = number("askRoundBatches");

    public static final Variable<List<Long>> LEAD_IDS = list("leadIds");
    /** Id of the lead that is weighed. */
    public static final Variable<Long> LEAD = id("lead");

    public static final Variable<Date> REPORT_BACKS_DUE_AT = date("reportBacksDueAt");
    public static final Variable<Date> REPORT_BACKS_OVERDUE_AT = date("reportBacksOverdueAt");
    public static final Variable<Integer> REPORT_BACK_BATCHES = number("reportBackBatches");
    public static final Variable<Integer> STAKEHOLDER_BATCHES = number("stakeholderBatches");

    // escalation-needed: its inputs and outputs, local to one lead
    public static final Variable<String> KIND = text("kind");
    public static final Variable<Integer> HEADCOUNT = number("headcount");
    public static final Variable<Integer> MONTHS_UNTIL_START = number("monthsUntilStart");
    public static final Variable<Boolean> OTHER_SIDE_HERE = flag("otherSideHere");
    /** The table's answer as it comes; on the step only. */
    public static final Variable<Object> DIRECTOR_DECISION = anything("directorDecision");

    public static final Variable<Boolean> DIRECTOR_NEEDED = flag("directorNeeded");
    public static final Variable<String> REASON = text("reason");

    // representative-needed
    /** Key of the person who is asked to name a representative: a manager, or a director. */
    public static final Variable<String> MANAGER = text("manager");

    public static final Variable<Date> NAME_BY = date("nameBy");

    // ask-round and report-back
    /** Key of the person who is asked or answered. */
    public static final Variable<String> COLLEAGUE = text("colleague");

    // report-back
    public static final Variable<Long> REPORT_BACK = id("reportBack");
    public static final Variable<Boolean> ASKS_FOR_ACTION = flag("asksForAction");
    public static final Variable<Date> ACT_DUE_AT = date("actDueAt");
    public static final Variable<Boolean> OUTCOME_KNOWN = flag("outcomeKnown");
    public static final Variable<Date> NEXT_STEP_AT = date("nextStepAt");

    // director-escalation
    public static final Variable<Long> ESCALATION = id("escalation");
    /** Key of the person who decides: the director, later perhaps the deputy. */
    public static final Variable<String> DIRECTOR = text("director");

    public static final Variable<Date> DECISION_DUE_AT = date("decisionDueAt");
    public static final Variable<Date> DECISION_OVERDUE_AT = date("decisionOverdueAt");
    public static final Variable<String> DECISION = text("decision");
    public static final Variable<List<String>> DEPARTMENT_HEADS = list("departmentHeads");
    public static final Variable<String> DEPARTMENT_HEAD = text("departmentHead");
    public static final Variable<Date> INQUIRY_ENDS_AT = date("inquiryEndsAt");
    public static final Variable<Date> DEAL_DUE_AT = date("dealDueAt");
    public static final Variable<Date> PLACEMENTS_DUE_AT = date("placementsDueAt");
    public static final Variable<Boolean> DEAL_AGREED = flag("dealAgreed");

    // mail-delivery
    public static final Variable<Long> MAIL = id("mail");
    /** False when the mail server refuses it for good. */
    public static final Variable<Boolean> DELIVERED = flag("delivered");

    // fields of forms, as far as their names are not above; each lives on its task only and is read by FormFields
    static final Variable<String> ANNOUNCEMENT = text("announcement");
    static final Variable<Object> COLLEAGUES = anything("colleagues");
    static final Variable<Object> ASKS = anything("asks");
    static final Variable<Boolean> NOTHING_TO_ASK = flag("nothingToAsk");
    static final Variable<Object> CARRIED_ASKS = anything("carriedAsks");
    static final Variable<Boolean> ATTENDED = flag("attended");
    static final Variable<Object> LEADS = anything("leads");
    static final Variable<Object> REPORT_BACKS = anything("reportBacks");
    static final Variable<String> OUTCOME = text("outcome");
    static final Variable<String> DETAILS = text("details");
    static final Variable<Object> NEXT_STEP_ON = anything("nextStepOn");
    static final Variable<Object> STAFF_AT_RISK = anything("staffAtRisk");
    static final Variable<Boolean> AGREED = flag("agreed");
    static final Variable<String> TERMS = text("terms");
    static final Variable<Long> PLACED = id("placed");

    private ProcessVariables() {}

    private static Variable<Object> anything(String name) {
        return new Variable<>(name, Object.class);
    }

    private static Variable<String> text(String name) {
        return new Variable<>(name, String.class);
    }

    private static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class);
    }

    private static Variable<Integer> number(String name) {
        return new Variable<>(name, Integer.class);
    }

    private static Variable<Long> id(String name) {
        return new Variable<>(name, Long.class);
    }

    private static Variable<Date> date(String name) {
        return new Variable<>(name, Date.class);
    }

    /** A list is kept as JSON (the engine's default format), so that no class is serialised. */
    @SuppressWarnings("unchecked")
    private static <E> Variable<List<E>> list(String name) {
        return new Variable<>(name, (Class<List<E>>) (Class<?>) List.class);
    }
}
