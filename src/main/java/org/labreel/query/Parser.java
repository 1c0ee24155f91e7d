package org.labreel.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labreel.query.Expr.Relation;
import org.labreel.query.Token.Kind;

/**
 * Reads a query by recursive descent.
 *
 * <pre>
 * query  = all { "or" all }
 * all    = held { "and" held }
 * held   = one { "for" time | "within" time "of" one }
 * one    = "not" one | "(" query ")" | "pin" "(" n ")" | "changed" "(" "pins" | "pin" "(" n ")" ")"
 *        | "marker" [ "(" "text" ")" ] | "gap" | "lost" | value relation value
 * </pre>
 */
final class Parser {
    /** Deeper than anybody writes, and far from the end of the stack. */
    private static final int DEEPEST = 50;
    private static final String ANYTHING = "something to look for, such as pin(42) or temperature(0) > 60";

    private final Words words;
    private final ValueParser values;
    private int depth;

    private Parser(String text) throws QueryException {
        this.words = new Words(text);
        this.values = new ValueParser(words);
    }

    static Expr parse(String text) throws QueryException {
        Parser parser = new Parser(text);
        Expr whole = parser.any();
        parser.end();
        return whole;
    }

    private void end() throws QueryException {
        if (words.next().kind() == Kind.END) {
            return;
        }
        if (words.next().is(")")) {
            throw words.wrong("This parenthesis closes none that is open.");
        }
        if (values.relation().isPresent()) {
            throw words.wrong("What stands before is true or false by itself and cannot be compared.");
        }
        throw words.wrong("Expected “and”, “or”, “for”, “within” or the end here, but found " + words.found() + ".");
    }

    private Expr any() throws QueryException {
        List<Expr> parts = new ArrayList<>(List.of(all()));
        while (words.take("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expr.Or(parts);
    }

    private Expr all() throws QueryException {
        List<Expr> parts = new ArrayList<>(List.of(held()));
        while (words.take("and")) {
            parts.add(held());
        }
        return parts.size() == 1 ? parts.getFirst() : new Expr.And(parts);
    }

    private Expr held() throws QueryException {
        Expr part = one();
        int before = depth;
        while (words.next().is("for") || words.next().is("within")) {
            deeper();
            if (words.take("for")) {
                part = new Expr.For(part, values.duration());
            } else {
                words.take("within");
                Expr.Value.Literal most = values.duration();
                words.need("of", "of");
                part = new Expr.Within(part, most, one());
            }
        }
        depth = before;
        return part;
    }

    private void deeper() throws QueryException {
        if (++depth > DEEPEST) {
            throw words.wrong("This goes deeper than " + DEEPEST + " steps; write it in a simpler way.");
        }
    }

    private Expr one() throws QueryException {
        deeper();
        Expr found = words.take("not") ? new Expr.Not(one()) : words.next().is("(") ? nested() : leaf();
        depth--;
        return found;
    }

    private Expr nested() throws QueryException {
        Token open = words.next();
        words.take("(");
        Expr inside = any();
        if (!words.take(")")) {
            if (words.next().kind() == Kind.END) {
                throw words.wrong("This parenthesis is not closed.", open);
            }
            throw words.wrong("Expected “and”, “or” or “)” here, but found " + words.found() + ".");
        }
        return inside;
    }

    private Expr leaf() throws QueryException {
        Token first = words.next();
        if (first.kind() == Kind.NUMBER) {
            return comparison();
        }
        if (first.kind() != Kind.NAME) {
            throw words.wrong("Expected " + ANYTHING + (first.kind() == Kind.END
                    ? "."
                    : ", but found " + words.found()
                            + "."));
        }
        return switch (first.text()) {
            case "pin" -> {
                words.take("pin");
                yield new Expr.Pin(values.argument("pin"));
            }
            case "changed" -> changed();
            case "marker" -> marker();
            case "gap" -> {
                words.take("gap");
                yield new Expr.Gap();
            }
            case "lost" -> {
                words.take("lost");
                yield new Expr.Lost();
            }
            default -> comparison();
        };
    }

    private Expr changed() throws QueryException {
        words.take("changed");
        words.need("(", "(pins)");
        Expr what;
        if (words.take("pins")) {
            what = new Expr.PinsChanged();
        } else if (words.take("pin")) {
            what = new Expr.PinChanged(values.argument("pin"));
        } else {
            throw words.wrong("Expected pins or pin(42) here: changed(pins), changed(pin(42)).");
        }
        words.need(")", ")");
        return what;
    }

    private Expr marker() throws QueryException {
        words.take("marker");
        if (!words.take("(")) {
            return new Expr.Marked("");
        }
        Token text = words.next();
        if (text.kind() != Kind.TEXT) {
            throw words.wrong("Expected a text in quotes here, as in marker(\"merge\").");
        }
        words.skip();
        words.need(")", ")");
        return new Expr.Marked(text.text());
    }

    private Expr comparison() throws QueryException {
        Token first = words.next();
        Expr.Value left = values.value();
        Optional<Relation> relation = values.relation();
        if (relation.isEmpty()) {
            throw left instanceof Expr.Value.Read
                    ? words.wrong("Expected a comparison: " + ExprText.of(left)
                            + " is a number, so write for example “" + ExprText.of(left) + " > 10”.")
                    : words.wrong("Expected <, <=, >, >=, = or != behind the number.");
        }
        words.skip();
        Token second = words.next();
        Expr.Value right = values.value();
        if (values.relation().isPresent()) {
            throw words.wrong("Compare two values at a time: write “20 < voltage and voltage < 30”.");
        }
        if (!fits(left, right)) {
            throw words.wrong(mismatch(left, right),
                    right instanceof Expr.Value.Literal ? second : first);
        }
        return new Expr.Compare(left, relation.get(), right);
    }

    /** A plain number fits everything: it is then in the unit of the other. */
    private static boolean fits(Expr.Value left, Expr.Value right) {
        return left.quantity() == right.quantity() || plain(left) || plain(right);
    }

    private static boolean plain(Expr.Value value) {
        return value instanceof Expr.Value.Literal(double _, Unit unit) && unit == Unit.NONE;
    }

    private static String mismatch(Expr.Value left, Expr.Value right) {
        return ExprText.of(left) + " (" + left.quantity().words() + ") cannot be compared with " + ExprText.of(right)
                + " (" + right.quantity().words() + ").";
    }
}
