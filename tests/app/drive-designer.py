#!/usr/bin/env python3
"""From the list of clients to an issued handout, in a real window, by keys only.

Prints how many it took. The program is $1; it needs a display and xdotool."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
PATIENCE = 60
CLIENT = "Maya Brandt"


class Window:
    def __init__(self, folder):
        self.practice = os.path.join(folder, "smr-coach", "sample.db")
        self.folder = folder
        self.keys = 0
        environment = dict(os.environ, XDG_DATA_HOME=folder, HOME=folder, GDK_BACKEND="x11")
        environment.pop("GTK_A11Y", None)
        self.process = subprocess.Popen([PROGRAM, "--sample"], env=environment, cwd=folder)
        self.id = self.wait(lambda: self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)), "window").split()[0]
        self.xdotool("windowmove", self.id, "0", "0", "windowsize", self.id, "1200", "900", "windowfocus", self.id)
        time.sleep(2)

    def xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], capture_output=True, text=True).stdout.strip()

    def wait(self, condition, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            result = condition()
            if result:
                return result
            time.sleep(0.1)
        self.process.kill()
        sys.exit(f"{what}: not there after {PATIENCE} s")

    def press(self, *keys):
        for key in keys:
            self.xdotool("key", key)
            self.keys += 1
            time.sleep(0.1)
        time.sleep(1)

    def focus_newest(self):
        """Where no window manager does it: a dialog with a window of its own gets the keys."""
        windows = self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        self.xdotool("windowfocus", max(windows, key=int))
        time.sleep(0.5)

    def type(self, text):
        self.xdotool("type", "--delay", "30", text)
        self.keys += len(text)
        time.sleep(1)

    def query(self, sql):
        files = [os.path.join(path, name) for path, _, names in os.walk(self.folder) for name in names if name.endswith(".db")]
        for path in files:
            try:
                with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
                    rows = database.execute(sql).fetchall()
                    if rows and rows[0][0]:
                        return rows[0][0]
            except sqlite3.Error:
                pass
        return 0

    def count_issued(self):
        return self.query("SELECT count (*) FROM routine_version JOIN routine ON routine.id = routine_version.routine "
                          f"JOIN client ON client.id = routine.client WHERE client.name = '{CLIENT}' AND status = 'issued'")

    def close(self):
        self.process.terminate()
        self.process.wait()


def drive_by_keys(folder):
    window = Window(folder)
    before = window.count_issued()
    window.press("ctrl+f")
    window.type("maya")
    window.press("Return")
    window.press("ctrl+r")
    window.type("calves l, lats")
    window.press("Return")
    window.press("ctrl+p")
    window.press("ctrl+s")
    # The quick check of the day, if it is asked: a no to every row, then save.
    window.press(*["n"] * 7)
    window.press("alt+s")
    window.focus_newest()
    window.press("Return")
    window.wait(lambda: window.count_issued() > before, "handout issued by keys")
    window.close()
    return window.keys


with tempfile.TemporaryDirectory() as home:
    print(f"from the list of clients to an issued handout: {drive_by_keys(home)} keys")
