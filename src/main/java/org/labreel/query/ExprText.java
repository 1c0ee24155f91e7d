package org.labreel.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.labreel.query.Expr.Value;

/** Writes a tree as the text that reads back as the same tree. */
final class ExprText {
    private ExprText() {
    }

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Or(List<Expr> parts) -> joined(parts, " or ");
            case Expr.And(List<Expr> parts) -> joined(parts, " and ");
            case Expr.Not(Expr part) -> "not " + (part instanceof Expr.Not ? of(part) : tight(part));
            case Expr.For(Expr part, Value.Literal least) -> held(part) + " for " + of(least);
            case Expr.Within(Expr part, Value.Literal most, Expr other) ->
                held(part) + " within " + of(most) + " of " + tight(other);
            case Expr.Compare(Value left, Expr.Relation relation, Value right) ->
                of(left) + " " + relation.sign() + " " + of(right);
            case Expr.Pin(int pin) -> "pin(" + pin + ")";
            case Expr.PinsChanged() -> "changed(pins)";
            case Expr.PinChanged(int pin) -> "changed(pin(" + pin + "))";
            case Expr.Marked(String text) ->
                text.isEmpty() ? "marker" : "marker(\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\")";
            case Expr.Gap() -> "gap";
            case Expr.Lost() -> "lost";
        };
    }

    private static String joined(List<Expr> parts, String word) {
        return parts.stream().map(part -> part instanceof Expr.Or || part instanceof Expr.And
                ? "(" + of(part) + ")"
                : of(part)).collect(Collectors.joining(word));
    }

    /** In parentheses unless it is one thing. */
    private static String tight(Expr part) {
        return part instanceof Expr.Leaf ? of(part) : "(" + of(part) + ")";
    }

    /** What "for" and "within" stand behind. */
    private static String held(Expr part) {
        return part instanceof Expr.Or || part instanceof Expr.And ? "(" + of(part) + ")" : of(part);
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Literal(double number, Unit unit) ->
                new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString()
                        + (unit == Unit.NONE ? "" : " " + unit.word());
            case Value.Read(Reading reading, int argument) ->
                reading.word() + (argument < 0 ? "" : "(" + argument + ")");
        };
    }
}
