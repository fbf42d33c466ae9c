#!/usr/bin/env python3
"""Every folder of src includes only what its layer may use.

A static library per folder already keeps project headers apart, but the compiler finds any system header
(<sqlite3.h> in core, say), and pkg-config lets GSK drag in all of GTK. So the includes are read as well.
"""

import pathlib
import re
import sys

# The layers of each folder and the system headers beside plain C and GLib. The order is the order of layers.
LAYERS = {
    "core": ([], []),
    "catalogue": (["core"], []),
    "store": (["core"], ["sqlite3.h"]),
    "exchange": (["core"], ["json-glib/"]),
    "figure": (["core", "catalogue"], ["cairo", "gsk/", "graphene"]),
    # A GdkTexture decodes the practice's logo; it needs no display.
    "handout": (["core", "catalogue", "figure"], ["cairo", "pango/", "gdk/"]),
    "widgets": (["core", "catalogue", "figure", "handout"],
                ["cairo", "pango/", "gsk/", "graphene", "gdk/", "gtk/", "adwaita.h", "glib/gi18n.h"]),
    "app": (["core", "catalogue", "store", "exchange", "figure", "handout", "widgets"],
            ["cairo", "pango/", "gsk/", "graphene", "gdk/", "gtk/", "adwaita.h", "glib/gi18n.h", "libintl.h",
             "json-glib/"]),
}

PLAIN_C = {"ctype.h", "errno.h", "float.h", "inttypes.h", "limits.h", "math.h", "stdarg.h", "stdbool.h", "stddef.h",
           "stdint.h", "stdio.h", "stdlib.h", "string.h"}
# What reaches for the machine, its clock or its locale: not for pure rules.
MACHINE = ("fcntl.h", "langinfo.h", "locale.h", "signal.h", "sys/", "time.h", "unistd.h")
GLIB = ("glib.h", "glib/", "glib-object.h", "glib-unix.h", "gio/", "gobject/")
NEVER_IN_GLIB = ("glib/gi18n",)

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.MULTILINE)


def may_include_system(layer, header):
    if header.startswith(tuple(LAYERS[layer][1])):
        return True
    if header in PLAIN_C:
        return True
    if header.startswith(MACHINE):
        return layer != "core"
    return header.startswith(GLIB) and not header.startswith(NEVER_IN_GLIB)


def check_file(path, layer, owners):
    for match in INCLUDE.finditer(path.read_text(encoding="utf-8")):
        bracket, header = match.groups()
        line = path.read_text(encoding="utf-8").count("\n", 0, match.start(2)) + 1
        if bracket == "<":
            if not may_include_system(layer, header):
                yield f"{path}:{line}: {layer} may not include <{header}>"
        elif header in owners:
            owner = owners[header]
            if owner != layer and owner not in LAYERS[layer][0]:
                yield f"{path}:{line}: {layer} may not include \"{header}\" of {owner}"
        elif header != "config.h" and not header.endswith("-resources.h"):
            yield f"{path}:{line}: \"{header}\" is in no folder of src"


def check(src):
    owners = {}
    problems = []
    for layer in LAYERS:
        for header in sorted((src / layer).rglob("*.h")):
            if header.name in owners:
                problems.append(f"{header}: {owners[header.name]} has a header of this name too")
            owners[header.name] = layer
    for folder in sorted(path.name for path in src.iterdir() if path.is_dir()):
        if folder not in LAYERS:
            problems.append(f"{src / folder}: a folder that is no layer")
    for layer in LAYERS:
        for path in sorted((src / layer).rglob("*.[ch]")):
            problems.extend(check_file(path, layer, owners))
    return problems


def main():
    problems = check(pathlib.Path(sys.argv[1]))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
