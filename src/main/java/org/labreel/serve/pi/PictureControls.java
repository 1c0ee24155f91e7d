package org.labreel.serve.pi;

import java.util.List;
import org.labreel.feed.pi.PiCommand;
import org.labreel.feed.pi.PiSignal;

/** Brightness, contrast and rotation of the preview. Set on the event loop, read from any thread. */
final class PictureControls {
    private volatile PreviewTone tone = PreviewTone.PLAIN;
    private volatile int rotation;

    PreviewTone tone() {
        return tone;
    }

    int rotation() {
        return rotation;
    }

    List<PiSignal> present() {
        return List.of(new PiSignal.Brightness(tone.brightness()), new PiSignal.Contrast(tone.contrast()));
    }

    void brightness(PiCommand.SetBrightness asked, PiHead.Voice voice) {
        tone = new PreviewTone(asked.percent(), tone.contrast());
        voice.all().accept(new PiSignal.Brightness(asked.percent()));
    }

    void contrast(PiCommand.SetContrast asked, PiHead.Voice voice) {
        tone = new PreviewTone(tone.brightness(), asked.percent());
        voice.all().accept(new PiSignal.Contrast(asked.percent()));
    }

    /** The protocol has no signal for it; it shows in the next frame. */
    void rotate(PiCommand.SetRotation asked) {
        rotation = asked.degrees();
    }
}
