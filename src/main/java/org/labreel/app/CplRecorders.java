package org.labreel.app;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.labreel.serve.cpl.CplServer;

/** The remote recorders of {@code labreel serve}, one for each source. */
final class CplRecorders implements AutoCloseable {
    private final List<CplServer> servers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    static CplRecorders start(Vertx vertx, Sources sources, List<CameraChoice> cameras, CplOptions options) {
        CplRecorders made = new CplRecorders();
        boolean done = false;
        try {
            for (int i = 0; options.wanted() && i < cameras.size(); i++) {
                SourceChoice heard = cameras.get(i).heard();
                CplServer server = CplServer.start(vertx, options.settings(i), sources.shared(heard).branch());
                made.servers.add(server);
                made.lines.add("Remote recorder: " + server.address() + " serves " + heard.address());
            }
            done = true;
            return made;
        } finally {
            if (!done) {
                made.close();
            }
        }
    }

    /** Where each can be called. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** What some player did not get. */
    List<String> summary() {
        return servers.stream().filter(each -> each.figures().frames().skippedHere() > 0)
                .map(each -> String.format("%s: %,d images were left out for players that read too slowly.",
                        each.address(), each.figures().frames().skippedHere()))
                .toList();
    }

    @Override
    public void close() {
        servers.forEach(CplServer::close);
    }
}
