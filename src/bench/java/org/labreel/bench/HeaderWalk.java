package org.labreel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The least that any index must do, in C: read the header of each record with pread, and go on by its length. */
final class HeaderWalk {
    private static final String SOURCE = """
            #define _FILE_OFFSET_BITS 64
            #include <fcntl.h>
            #include <stdint.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <sys/stat.h>
            #include <time.h>
            #include <unistd.h>
            static double now(void) {
                struct timespec t;
                clock_gettime(CLOCK_MONOTONIC, &t);
                return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
            }
            int main(int n, char **a) {
                static unsigned char buffer[1 << 20];
                double start = now();
                int file = open(a[1], O_RDONLY);
                struct stat s;
                if (n < 3 || file < 0 || fstat(file, &s)) return 1;
                long records = 0;
                if (a[2][0] == 'h') {
                    for (int64_t at = 0; at + 4 <= s.st_size; records++) {
                        if (pread(file, buffer, 64, at) < 4) return 1;
                        at += 4 + (int64_t) (buffer[0] | buffer[1] << 8 | buffer[2] << 16 | (uint32_t) buffer[3] << 24);
                    }
                } else {
                    while (read(file, buffer, sizeof buffer) > 0) records++;
                }
                printf("%.3f %ld\\n", now() - start, records);
                return 0;
            }
            """;

    private final Path program;

    private HeaderWalk(Path program) {
        this.program = program;
    }

    /** Empty where there is no C compiler. */
    static Optional<HeaderWalk> compiled(Path folder) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("walk.c"), SOURCE);
        Path program = folder.resolve("walk");
        for (String compiler : List.of("gcc", "cc", "clang")) {
            try {
                Process process = new ProcessBuilder(compiler, "-O2", "-o", program.toString(), source.toString())
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                if (process.waitFor() == 0) {
                    return Optional.of(new HeaderWalk(program));
                }
            } catch (IOException _) {
                // The next one then.
            }
        }
        return Optional.empty();
    }

    /** Milliseconds of a walk over the headers, without the start of the program. */
    double headers(Path log) throws IOException, InterruptedException {
        return run(log, "headers");
    }

    /** Milliseconds of reading every byte. */
    double everyByte(Path log) throws IOException, InterruptedException {
        return run(log, "all");
    }

    private double run(Path log, String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), log.toString(), what).start();
        String line = process.inputReader().readLine();
        if (process.waitFor() != 0 || line == null) {
            throw new IOException("the walk in C failed");
        }
        return Double.parseDouble(line.substring(0, (line + " ").indexOf(' ')));
    }
}
