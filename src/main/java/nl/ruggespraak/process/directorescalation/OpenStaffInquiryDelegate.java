package nl.ruggespraak.process.directorescalation;

import java.util.Date;
import nl.ruggespraak.escalation.OpenStaffInquiry;
import nl.ruggespraak.process.ProcessVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Open the staff inquiry. */
@Component
class OpenStaffInquiryDelegate implements JavaDelegate {

    private final OpenStaffInquiry openStaffInquiry;

    OpenStaffInquiryDelegate(OpenStaffInquiry openStaffInquiry) {
        this.openStaffInquiry = openStaffInquiry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenStaffInquiry.Inquiry inquiry = openStaffInquiry.open(ProcessVariables.ESCALATION.in(execution));
        ProcessVariables.DEPARTMENT_HEADS.set(execution, inquiry.departmentHeads());
        ProcessVariables.INQUIRY_ENDS_AT.set(execution, Date.from(inquiry.endsAt()));
    }
}
