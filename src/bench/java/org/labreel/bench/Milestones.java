package org.labreel.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a child virtual machine tells of its start, a line each. */
final class Milestones {
    private Milestones() {
    }

    /** Whatever goes wrong on whatever thread ends the child: a window would keep it alive for ever. */
    static void endOnFailure() {
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> end(failure));
    }

    /** The same for what begins on the JavaFX thread, which catches and prints what goes wrong at its start. */
    static Runnable endOnFailure(Runnable start) {
        return () -> {
            try {
                start.run();
            } catch (RuntimeException | Error e) {
                end(e);
            }
        };
    }

    private static void end(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    /** Milliseconds from the start of the virtual machine. */
    static void reached(String what) {
        System.out.println(
                what + " " + (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    /** Processor time so far, milliseconds. */
    static void work() {
        System.out.println("work " + cpuNanos() / 1_000_000);
    }

    /** The share of one processor that is used from now on for so long. */
    static void share(int seconds) throws InterruptedException {
        long before = cpuNanos();
        TimeUnit.SECONDS.sleep(seconds);
        System.out.printf(Locale.ROOT, "cpu %.4f%n", (cpuNanos() - before) / 1e9 / seconds);
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }
}
