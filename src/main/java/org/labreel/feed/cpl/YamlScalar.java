package org.labreel.feed.cpl;

import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a scalar of YAML 1.2 (core schema) means, and how a value is written so that readers of 1.1 and of 1.2 both
 * understand it: YAML 1.1 takes 1e-05 for a string, and yes, no, on and off for truths.
 */
final class YamlScalar {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}");
    private static final Pattern REAL = Pattern
            .compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\.(nan|NaN|NAN)");
    /** No number or value of any version of YAML, apart from the words below. */
    private static final Pattern PLAIN_WORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");
    private static final Pattern RESERVED = Pattern.compile("(?i)null|true|false|yes|no|on|off|y|n");

    private YamlScalar() {
    }

    static Yaml of(ScalarEvent scalar) throws MalformedCplException {
        String tag = scalar.getTag().orElse("");
        String text = scalar.getValue();
        if (tag.isEmpty() || tag.equals("!")) {
            return scalar.isPlain() && tag.isEmpty() ? plain(text) : new Yaml.Text(text);
        }
        return switch (tag) {
            case "tag:yaml.org,2002:str" -> new Yaml.Text(text);
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
                    "tag:yaml.org,2002:null" ->
                plain(text);
            default -> throw new MalformedCplException("the YAML asks for an object of the kind " + tag
                    + "; only plain values are read");
        };
    }

    private static Yaml plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Yaml.NOTHING;
            case "true", "True", "TRUE" -> new Yaml.Truth(true);
            case "false", "False", "FALSE" -> new Yaml.Truth(false);
            default -> numberOrText(text);
        };
    }

    private static Yaml numberOrText(String text) {
        if (WHOLE.matcher(text).matches()) {
            return whole(text);
        }
        if (OTHER_BASE.matcher(text).matches()) {
            return new Yaml.Whole(Long.parseLong(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        if (REAL.matcher(text).matches()) {
            return new Yaml.Real(Double.parseDouble(text));
        }
        if (INFINITE.matcher(text).matches()) {
            return new Yaml.Real(text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        return NOT_A_NUMBER.matcher(text).matches() ? new Yaml.Real(Double.NaN) : new Yaml.Text(text);
    }

    private static Yaml whole(String digits) {
        try {
            return new Yaml.Whole(Long.parseLong(digits));
        } catch (NumberFormatException _) {
            // More than 63 bits: nothing on this wire is counted so far, and the size of it is kept.
            return new Yaml.Real(Double.parseDouble(digits));
        }
    }

    /** Whether a text may stand without quotes. */
    static boolean isPlain(String text) {
        return PLAIN_WORD.matcher(text).matches() && !RESERVED.matcher(text).matches();
    }

    /** A number with a point and, where there is one, a signed exponent: "29.97", "1.0e-05", ".nan". */
    static String real(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        String text = Double.toString(value).toLowerCase(Locale.ROOT);
        int exponent = text.indexOf('e');
        if (exponent < 0) {
            return text;
        }
        int power = Integer.parseInt(text.substring(exponent + 1));
        return text.substring(0, exponent) + (power < 0 ? "e-" : "e+") + (Math.abs(power) < 10 ? "0" : "")
                + Math.abs(power);
    }
}
