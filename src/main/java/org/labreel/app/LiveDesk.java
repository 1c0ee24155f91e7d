package org.labreel.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.feed.cpl.CplPlayer;
import org.labreel.ui.kit.PreferencesHolder;
import org.labreel.ui.live.SourceDesk;

/** What the operator asks for on the live page and in the list of sources: checked, done, and remembered. */
final class LiveDesk implements SourceDesk {
    private final LiveLinks links;
    private final PreferencesHolder preferences;
    private final Consumer<String> connect;
    private final Runnable list;
    private final Sources sources;

    /**
     * @param connect
     *            opens a source in place of all
     * @param list
     *            opens the list of sources
     */
    LiveDesk(LiveLinks links, PreferencesHolder preferences, Consumer<String> connect, Runnable list,
            Sources sources) {
        this.sources = sources;
        this.links = links;
        this.preferences = preferences;
        this.connect = connect;
        this.list = list;
    }

    /**
     * What was typed, as it is shown and remembered.
     *
     * @throws IllegalArgumentException
     *             with a sentence for the operator
     */
    String address(String text) {
        return sources.address(text);
    }

    @Override
    public void connect(String text) {
        String address = address(text);
        refuseWhileRecording("change the source; another one can be added beside it");
        connect.accept(address);
        remember(List.of(address));
    }

    @Override
    public void add(String text) {
        String address = notShown(text);
        preferences.update(p -> p.withSources(p.sources().remembering(address, Optional.empty())));
        links.add(address).thenRun(() -> remember(links.addresses()));
    }

    private void refuseWhileRecording(String what) {
        if (links.recording()) {
            throw new IllegalArgumentException("A recording runs. Stop it before you " + what + ".");
        }
    }

    private String notShown(String text) {
        String address = address(text);
        if (links.addresses().contains(address)) {
            throw new IllegalArgumentException(address + " is shown already.");
        }
        return address;
    }

    @Override
    public void remove(String address) {
        refuseWhileRecording("take a source away");
        links.remove(address);
        remember(links.addresses());
    }

    @Override
    public void replace(String address, String by) {
        String next = notShown(by);
        refuseWhileRecording("change the source");
        preferences.update(p -> p.withSources(p.sources().remembering(next, Optional.empty())));
        links.swap(address, next).thenRun(() -> remember(links.addresses()));
    }

    @Override
    public Optional<CplPlayer> remoteRecorder(String address) {
        return sources.remoteRecorder(address);
    }

    @Override
    public void arrange(List<String> addresses) {
        links.arrange(addresses);
        remember(links.addresses());
    }

    @Override
    public void showAll() {
        list.run();
    }

    private void remember(List<String> shown) {
        if (!shown.isEmpty()) {
            preferences.update(p -> p.withLastSource(shown.getFirst()).withSources(p.sources().showing(shown)));
        }
    }
}
