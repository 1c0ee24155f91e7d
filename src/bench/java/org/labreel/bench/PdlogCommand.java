package org.labreel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PurpleDrop's own pdlog, where it is installed: OpenCV with x264 at its preset medium and crf 23. */
record PdlogCommand(String program) {
    static Optional<PdlogCommand> ofThisMachine() {
        PdlogCommand pdlog = new PdlogCommand("pdlog");
        try {
            pdlog.run(List.of("pdlog", "--help"));
            return Optional.of(pdlog);
        } catch (IOException | InterruptedException e) {
            System.out.println(
                    "P6 no pdlog starts here (" + e.getMessage() + "): skipped; its way without Python is in 'export'");
            return Optional.empty();
        }
    }

    /** All frames of the log, which must have an image_transform, at the rate of its first hundred. */
    void video(Path log, Path target) throws IOException, InterruptedException {
        run(List.of(program, "--video", target.toString(), log.toString()));
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException("code " + code);
        }
    }
}
