package nl.ruggespraak.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in one sentence, without a stack trace, why the start ends. */
class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<UnusableSetting> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableSetting cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
