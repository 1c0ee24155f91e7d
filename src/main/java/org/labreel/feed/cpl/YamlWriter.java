package org.labreel.feed.cpl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Plain values to YAML in block style, as the real recorder writes it. A text it cannot read would end it, so every
 * scalar is written in the one way that no reader takes for something else.
 */
final class YamlWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSplitLines(false).setBestLineBreak("\n").build();
    private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

    private final List<Event> events = new ArrayList<>();

    private YamlWriter() {
    }

    static String write(Yaml value) {
        YamlWriter writer = new YamlWriter();
        writer.events.add(new StreamStartEvent());
        writer.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.add(value);
        writer.events.add(new DocumentEndEvent(false));
        writer.events.add(new StreamEndEvent());
        return new Present(SETTINGS).emitToString(writer.events.iterator());
    }

    private void add(Yaml value) {
        switch (value) {
            case Yaml.Nothing _ -> plain("null");
            case Yaml.Truth(boolean truth) -> plain(Boolean.toString(truth));
            case Yaml.Whole(long number) -> plain(Long.toString(number));
            case Yaml.Real(double number) -> plain(YamlScalar.real(number));
            case Yaml.Text(String text) -> scalar(text, YamlScalar.isPlain(text)
                    ? ScalarStyle.PLAIN
                    : ScalarStyle.DOUBLE_QUOTED);
            case Yaml.Sequence(List<Yaml> items) -> {
                events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                items.forEach(this::add);
                events.add(new SequenceEndEvent());
            }
            case Yaml.Mapping(var entries) -> {
                events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                entries.forEach((name, entry) -> {
                    add(new Yaml.Text(name));
                    add(entry);
                });
                events.add(new MappingEndEvent());
            }
        }
    }

    private void plain(String text) {
        scalar(text, ScalarStyle.PLAIN);
    }

    private void scalar(String text, ScalarStyle style) {
        events.add(new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style));
    }
}
