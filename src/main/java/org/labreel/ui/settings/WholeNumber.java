package org.labreel.ui.settings;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** A field for a whole number: what is no number leaves it as it is, what is out of bounds goes to the bound. */
final class WholeNumber {
    private static final double WIDTH_PX = 110;

    private WholeNumber() {
    }

    static Spinner<Integer> field(String id, int most, String accessibleText, String tooltip) {
        Spinner<Integer> field = new Spinner<>();
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(0, most);
        values.setConverter(new NumberText(values));
        field.setValueFactory(values);
        field.setId(id);
        field.setEditable(true);
        field.setPrefWidth(WIDTH_PX);
        field.setMinWidth(WIDTH_PX);
        field.setAccessibleText(accessibleText);
        field.setTooltip(new Tooltip(tooltip));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                field.commitValue();
            }
        });
        return field;
    }

    private static final class NumberText extends StringConverter<Integer> {
        private final IntegerSpinnerValueFactory values;

        NumberText(IntegerSpinnerValueFactory values) {
            this.values = values;
        }

        @Override
        public String toString(Integer value) {
            return String.valueOf(value);
        }

        @Override
        public Integer fromString(String text) {
            return text.strip().matches("\\d{1,5}")
                    ? Math.clamp(Integer.parseInt(text.strip()), 0, values.getMax())
                    : values.getValue();
        }
    }
}
