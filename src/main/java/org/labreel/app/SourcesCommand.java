package org.labreel.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.labreel.feed.Discovery;
import org.labreel.feed.FoundSource;
import org.labreel.feed.pi.PiDatagrams;
import org.labreel.feed.pi.PiFinder;
import org.labreel.feed.pi.SearchPlaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches the network for sources. */
@Command(name = "sources", mixinStandardHelpOptions = true, description = "Search the network for Pi cameras and print those that answer. Other sources are reached by their address alone.")
final class SourcesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final SearchPlaces places;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "6", description = "How long to wait for answers (default ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(names = "--json", description = "Print a JSON array of objects with name, address, kind and lastSeen.")
    private boolean json;

    SourcesCommand(Terminal terminal) {
        this(terminal, SearchPlaces.NETWORK);
    }

    /**
     * @param places
     *            where the search goes
     */
    SourcesCommand(Terminal terminal, SearchPlaces places) {
        this.terminal = terminal;
        this.places = places;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(seconds > 0 && seconds <= 3600)) {
            throw new ParameterException(spec.commandLine(), "--seconds is more than 0, 3600 at most");
        }
        Map<String, FoundSource> found = new ConcurrentSkipListMap<>();
        CountDownLatch stop = new CountDownLatch(1);
        try (var _ = Interrupts.onCtrlC(stop::countDown);
                Discovery search = new PiFinder(new PiDatagrams(places))) {
            search.start(new Ear(found));
            terminal.say("Searching the network…");
            var _ = stop.await(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
        }
        print(found);
        return 0;
    }

    private void print(Map<String, FoundSource> found) {
        if (json) {
            terminal.result(json(found).toPrettyString());
        } else if (found.isEmpty()) {
            terminal.say("No Pi camera answered. One that is on another network is reached by its address, pi://HOST.");
        } else {
            found.values().forEach(each -> terminal
                    .result(each.address() + "  " + each.kind() + (each.name().isEmpty() ? "" : "  " + each.name())));
        }
    }

    private static ArrayNode json(Map<String, FoundSource> found) {
        ArrayNode out = new ObjectMapper().createArrayNode();
        found.values().forEach(each -> out.addObject().put("name", each.name()).put("address", each.address())
                .put("kind", each.kind()).put("lastSeen", each.lastSeen().toString()));
        return out;
    }

    private final class Ear implements Discovery.Listener {
        private final Map<String, FoundSource> found;

        Ear(Map<String, FoundSource> found) {
            this.found = found;
        }

        @Override
        public void found(FoundSource source) {
            found.put(source.address(), source);
        }

        @Override
        public void lost(String address) {
            found.remove(address);
        }

        @Override
        public void trouble(String words) {
            if (!words.isEmpty()) {
                terminal.say(words);
            }
        }
    }
}
