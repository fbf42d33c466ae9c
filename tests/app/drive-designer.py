#!/usr/bin/env python3
"""From the list of clients to an issued handout, in a real window: by keys only, then by clicks only.

Prints how many it took. $1: "keys" or "clicks"; $2: the program. It needs a display and xdotool, the clicks also AT-SPI,
which tells where things are."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[2])
PATIENCE = 60
CLIENT = "Maya Brandt"


def find_application(pid):
    from gi.repository import Atspi
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and application.get_process_id() == pid:
            return application
    return None


def find_showing(accessible, role, name):
    from gi.repository import Atspi
    if accessible is None:
        return None
    if (accessible.get_role_name() == role and accessible.get_name() == name
            and accessible.get_state_set().contains(Atspi.StateType.SHOWING)):
        return accessible
    for i in range(accessible.get_child_count()):
        found = find_showing(accessible.get_child_at_index(i), role, name)
        if found is not None:
            return found
    return None


def find_place(pid, role, name):
    """The middle of what is named so in the newest window that has it, in that window; NULL: it is not there."""
    from gi.repository import Atspi, GLib
    try:
        application = find_application(pid)
        for i in reversed(range(application.get_child_count() if application else 0)):
            window = application.get_child_at_index(i)
            found = find_showing(window, role, name)
            if found is not None:
                frame = window.get_extents(Atspi.CoordType.WINDOW)
                box = found.get_extents(Atspi.CoordType.WINDOW)
                # What GTK tells leaves the shadow and the border out.
                return box.x - 2 * frame.x + box.width // 2, box.y - 2 * frame.y + box.height // 2
    except GLib.Error:
        pass                    # It went while it was looked at.
    return None


class Window:
    def __init__(self, folder):
        self.practice = os.path.join(folder, "smr-coach", "sample.db")
        self.folder = folder
        self.keys = 0
        self.clicks = 0
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

    def click(self, role, name):
        place = self.wait(lambda: find_place(self.process.pid, role, name), f"{role} {name}")
        windows = self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        self.xdotool("mousemove", "--window", max(windows, key=int), *map(str, place), "click", "1")
        self.clicks += 1
        time.sleep(1.5)

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


def drive_by_clicks(folder):
    import gi
    try:
        gi.require_version("Atspi", "2.0")
    except ValueError:
        print("AT-SPI for Python is not installed")
        sys.exit(77)
    window = Window(folder)
    before = window.count_issued()
    window.click("list item", f"{CLIENT}, Ready")
    window.click("button", "New routine")
    window.click("toggle button", "Calf, left")
    window.click("toggle button", "Calf, right")
    window.click("toggle button", "Side of back, left")
    window.click("button", "Handout…")
    window.click("button", "Save as PDF…")
    window.click("button", "Rest with No")
    window.click("button", "Save")
    window.click("button", "Save")
    window.wait(lambda: window.count_issued() > before, "handout issued by clicks")
    window.close()
    if window.clicks >= 12:
        sys.exit(f"{window.clicks} clicks: fewer than 12 are wanted")
    return window.clicks


DRIVES = {"keys": drive_by_keys, "clicks": drive_by_clicks}

with tempfile.TemporaryDirectory() as home:
    print(f"from the list of clients to an issued handout: {DRIVES[sys.argv[1]](home)} {sys.argv[1]}")
