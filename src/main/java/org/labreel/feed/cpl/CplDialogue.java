package org.labreel.feed.cpl;

import java.util.Optional;
import java.util.function.Consumer;
import org.labreel.feed.FeedLimits;
import org.labreel.feed.Words;

/**
 * What a player has to say, and when. It asks for frames, asks again whenever a recording has ended, and finds out who
 * is at the other end of a silence: a recorder confirms at once that playing stopped, while one that is busy with
 * another player, or dead, says nothing. Asking twice without that would be an error there. One thread.
 */
final class CplDialogue {
    /** How many times the usual patience an idle recorder is left in peace. */
    private static final int IDLE_PATIENCE = 3;
    /** A recorder that answered before is dead when it is silent for so many. */
    private static final int DEAD_AFTER = 2;
    /** One that never answered may serve another player; the place in its line is given up after so many. */
    private static final int GIVEN_UP_AFTER = 12;

    private final long patienceNanos;
    private final String patience;
    private final Consumer<CplMessage> say;
    private final Consumer<String> status;
    private final Consumer<String> silence;
    private boolean playing;
    /** What is recorded there: "640x480 yuv420p, 29.97 frames/s". */
    private String frames = "";
    private boolean framesMissed;
    private boolean everHeard;
    private long heardNanos;
    /** Set while the recorder has yet to confirm that playing stopped. */
    private boolean confirmationDue;
    private long askedNanos;
    private boolean silenceSaid;

    /**
     * @param status
     *            told what is going on, as the end of a sentence that begins with "Connected to cpl://…"
     * @param silence
     *            told the same when no frames come by that
     */
    CplDialogue(FeedLimits limits, Consumer<CplMessage> say, Consumer<String> status, Consumer<String> silence) {
        this.patienceNanos = limits.silence().toNanos();
        this.patience = Words.duration(limits.silence());
        this.say = say;
        this.status = status;
        this.silence = silence;
    }

    void open(long nowNanos) {
        heardNanos = nowNanos;
        silence.accept("; asking for frames");
        say.accept(new CplMessage.StartedPlaying());
    }

    /** Bytes came, of whatever message. */
    void heard(long nowNanos) {
        heardNanos = nowNanos;
        everHeard = true;
    }

    /** Whether a recording is under way there. */
    boolean playing() {
        return playing;
    }

    void message(CplMessage message) {
        silenceSaid = false;
        switch (message) {
            case CplMessage.StartedRecording started -> {
                // After a pause that was looked into, the recorder only repeats itself.
                if (!playing) {
                    frames = ", which records " + CplTally.words(started);
                    status.accept(frames);
                }
                playing = true;
            }
            case CplMessage.Image _ -> {
                if (framesMissed) {
                    status.accept(frames);
                }
                framesMissed = false;
            }
            case CplMessage.StoppedRecording _ -> {
                playing = false;
                framesMissed = false;
                silence.accept(": the recording there has ended; waiting for the next one");
                askAgain();
            }
            case CplMessage.StoppedPlaying _ -> {
                confirmationDue = false;
                if (!playing) {
                    silence.accept(": nothing is being recorded there; waiting");
                }
                say.accept(new CplMessage.StartedPlaying());
            }
            case CplMessage.Failure(String text, _) -> silence.accept(", which reports: " + Words.shown(text));
            case CplMessage.StartedPlaying _,CplMessage.Unknown _ -> {
                // Nothing that a player could act upon.
            }
        }
    }

    /** While a confirmation is due the question follows it; before it would be one too many. */
    private void askAgain() {
        if (!confirmationDue) {
            say.accept(new CplMessage.StartedPlaying());
        }
    }

    /**
     * To be asked now and then.
     *
     * @return why the connection is to be given up, as the end of a sentence that begins with "Connection to cpl://…"
     */
    Optional<String> look(long nowNanos) {
        long quietNanos = nowNanos - heardNanos;
        if (!confirmationDue) {
            boolean idle = everHeard && !playing;
            if (quietNanos >= patienceNanos * (idle ? IDLE_PATIENCE : 1)) {
                confirmationDue = true;
                askedNanos = nowNanos;
                say.accept(new CplMessage.StoppedPlaying());
                sayThatNoFramesCome();
            }
            return Optional.empty();
        }
        long waitedNanos = nowNanos - askedNanos;
        if (quietNanos < waitedNanos || waitedNanos < patienceNanos) {
            return Optional.empty();
        }
        return everHeard ? dead(waitedNanos) : inLine(waitedNanos);
    }

    private void sayThatNoFramesCome() {
        if (playing && !framesMissed) {
            framesMissed = true;
            silence.accept(", but no frames arrive");
        }
    }

    private Optional<String> dead(long waitedNanos) {
        return waitedNanos >= DEAD_AFTER * patienceNanos
                ? Optional.of("is dead: the recorder does not answer")
                : Optional.empty();
    }

    private Optional<String> inLine(long waitedNanos) {
        if (!silenceSaid) {
            silenceSaid = true;
            silence.accept(", but nothing has answered for " + patience
                    + ": another player may be connected there (a recorder serves one at a time); waiting");
        }
        return waitedNanos >= GIVEN_UP_AFTER * patienceNanos
                ? Optional.of("was given up: nothing answers, another player may be connected there")
                : Optional.empty();
    }

    /** The player goes. */
    void leave() {
        if (!confirmationDue) {
            say.accept(new CplMessage.StoppedPlaying());
        }
    }
}
