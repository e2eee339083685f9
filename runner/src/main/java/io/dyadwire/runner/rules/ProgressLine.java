package io.dyadwire.runner.rules;

import io.dyadwire.alerts.backtest.Backtest;
import io.dyadwire.runner.cli.Terminal;
import java.io.PrintWriter;

/** How far reading is, on stderr: one line that is written over on a terminal, else a line for every tenth part. */
final class ProgressLine implements Backtest.Progress {
    private static final int PARTS = 10;
    private static final int EVERY = 10_000;

    private final PrintWriter err;
    private final boolean over = Terminal.isOne();
    private long next;
    private boolean open;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public boolean goOn(long read, long of) {
        if (over || read >= next || (of > 0 && read >= of)) {
            String line = "read " + read + (of == 0 ? "" : " of " + of) + " articles";
            err.print(over ? "\r" + line : line + System.lineSeparator());
            err.flush();
            open = over;
            next = read + (of == 0 ? EVERY : Math.max(1, of / PARTS));
        }
        return true;
    }

    /** What comes next begins a line. */
    void end() {
        if (open) {
            err.println();
            err.flush();
        }
    }
}
