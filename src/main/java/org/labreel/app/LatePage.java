package org.labreel.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.labreel.ui.kit.Page;
import org.labreel.ui.kit.Shortcut;

/** A page that is made when it is first wanted, so that the window need not wait for it. JavaFX thread. */
final class LatePage<P extends Page> implements Page {
    private final String name;
    private final String title;
    private final String icon;
    private final Supplier<P> maker;
    private @Nullable P made;

    /**
     * @param name
     *            the page's own, as are title and icon
     */
    LatePage(String name, String title, String icon, Supplier<P> maker) {
        this.name = name;
        this.title = title;
        this.icon = icon;
        this.maker = maker;
    }

    P page() {
        P page = made;
        if (page == null) {
            page = maker.get();
            if (!page.name().equals(name)) {
                throw new IllegalStateException("the page called " + name + " calls itself " + page.name());
            }
            made = page;
        }
        return page;
    }

    /** The page, if anybody wanted it yet. */
    Optional<P> made() {
        return Optional.ofNullable(made);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public Parent root() {
        return page().root();
    }

    @Override
    public void activate() {
        page().activate();
    }

    @Override
    public void deactivate() {
        page().deactivate();
    }

    @Override
    public void keyPressed(KeyEvent event) {
        page().keyPressed(event);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return page().shortcuts();
    }
}
