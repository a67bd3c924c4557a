package nl.ruggespraak.site;

import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** Writes the path of the application before addresses also on the page for a request that never reached it. */
class AddressesBelowPath extends StandardLinkBuilder {

    private final String path;

    AddressesBelowPath(String path) {
        this.path = path;
    }

    @Override
    protected String computeContextPath(IExpressionContext context, String base, Map<String, Object> parameters) {
        return context instanceof IWebContext ? super.computeContextPath(context, base, parameters) : path;
    }
}
