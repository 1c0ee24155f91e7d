package org.labreel.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TickerTest {
    @Test
    void ticksOnTheJavaFxThreadUntilItIsClosed(FxRobot robot) throws Exception {
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger elsewhere = new AtomicInteger();
        AtomicInteger ticks = new AtomicInteger();
        Ticker ticker = new Ticker(Duration.ofMillis(5), () -> {
            ticks.incrementAndGet();
            if (!Platform.isFxApplicationThread()) {
                elsewhere.incrementAndGet();
            }
            three.countDown();
        });
        robot.interact(ticker::start);
        assertThat(three.await(30, TimeUnit.SECONDS)).isTrue();
        robot.interact(ticker::close);
        int atTheEnd = ticks.get();

        // Whatever it had asked for before it was closed comes before this.
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(ticks.get()).isEqualTo(atTheEnd);
        assertThat(elsewhere.get()).isZero();
    }

    @Test
    void busyThreadIsNotGivenAQueueOfTicks(FxRobot robot) throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        CountDownLatch seen = new CountDownLatch(1);
        Ticker ticker = new Ticker(Duration.ofMillis(1), () -> {
            ticks.incrementAndGet();
            seen.countDown();
        });
        AtomicInteger whileBusy = new AtomicInteger();
        robot.interact(() -> {
            ticker.start();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(60);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            Platform.runLater(() -> Platform.runLater(() -> {
                whileBusy.set(ticks.get());
                ticker.close();
            }));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(whileBusy.get()).isLessThan(10);
    }
}
