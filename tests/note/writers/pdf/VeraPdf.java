import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks files against all rules of veraPDF for PDF/UA-1: a line for each file, with the number of
 * checks, and one for each that failed. The profile is read here because veraPDF itself reads it
 * with JAXB, which Java does not bring any more.
 */
public class VeraPdf {
  private static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

  public static void main(String[] paths) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile();
    for (String path : paths) {
      try (PDFAParser parser =
          Foundries.defaultInstance()
              .createParser(new FileInputStream(path), PDFAFlavour.PDFUA_1)) {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false);
        ValidationResult result = validator.validate(parser);
        System.out.printf(
            "%s %s %d%n",
            path, result.isCompliant() ? "compliant" : "broken", result.getTotalAssertions());
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            RuleId rule = assertion.getRuleId();
            System.out.printf(
                "- %s/%d %s (%s)%n",
                rule.getClause(),
                rule.getTestNumber(),
                assertion.getMessage(),
                assertion.getLocation().getContext());
          }
        }
      }
    }
  }

  private static ValidationProfile profile() throws Exception {
    Set<Rule> rules = new HashSet<>();
    Set<Variable> variables = new HashSet<>();
    try (InputStream told = VeraPdf.class.getResourceAsStream(PROFILE)) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(told);
      for (Element each : in(document.getDocumentElement(), "rule")) rules.add(rule(each));
      for (Element each : in(document.getDocumentElement(), "variable"))
        variables.add(
            Profiles.variableFromValues(
                each.getAttribute("name"),
                each.getAttribute("object"),
                text(each, "defaultValue"),
                text(each, "value")));
    }
    return Profiles.profileFromValues(
        PDFAFlavour.PDFUA_1,
        Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new java.util.Date(0)),
        "",
        rules,
        variables);
  }

  private static Rule rule(Element told) {
    Element id = in(told, "id").get(0);
    ErrorDetails error = Profiles.errorFromValues(text(told, "message"), new ArrayList<>());
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        told.getAttribute("object"),
        told.hasAttribute("deferred") ? Boolean.valueOf(told.getAttribute("deferred")) : null,
        told.getAttribute("tags"),
        text(told, "description"),
        text(told, "test"),
        error,
        new ArrayList<>());
  }

  private static String text(Element parent, String name) {
    return in(parent, name).get(0).getTextContent();
  }

  private static List<Element> in(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) elements.add((Element) found.item(at));
    return elements;
  }
}
