#!/usr/bin/env python3
"""What users read can be translated.

- po/POTFILES.in lists every file with translatable text, each once, sorted, and nothing that is gone.
- xgettext finds in the catalogue exactly the texts that data/its/catalogue.its marks, so a new element that nobody
  marked is noticed: everything with words in it is either marked or a source.
"""

import ast
import os
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

MARKED_C = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|dngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_BLUEPRINT = re.compile(r'\b(?:C?_)\s*\(')
NEVER_TRANSLATED = {"source"}


def has_texts(path):
    if path.suffix in {".c", ".h"}:
        return MARKED_C.search(path.read_text(encoding="utf-8")) is not None
    if path.suffix == ".blp":
        return MARKED_BLUEPRINT.search(path.read_text(encoding="utf-8")) is not None
    if path.suffix == ".ui":
        return 'translatable="' in path.read_text(encoding="utf-8")
    if path.name.endswith((".desktop.in", ".metainfo.xml.in")):
        return True
    if path.suffix == ".xml":
        root = ElementTree.parse(path).getroot()
        return root.tag == "catalogue" and any(True for _ in iter_texts(root))
    return False


def iter_texts(root):
    """Every element with words of its own that is not a source."""
    for element in root.iter():
        if element.tag not in NEVER_TRANSLATED and element.text and element.text.strip():
            yield element


def check_list(top):
    listed = [line for line in (top / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
              if line and not line.startswith("#")]
    if listed != sorted(set(listed)):
        yield "po/POTFILES.in: not sorted, or a file twice"
    for name in listed:
        if not (top / name).is_file():
            yield f"po/POTFILES.in: {name} does not exist"
    for folder in ("data", "src", "ui"):
        for path in sorted((top / folder).rglob("*")):
            name = path.relative_to(top).as_posix()
            if path.is_file() and name not in listed and has_texts(path):
                yield f"{name}: has texts for users and is not in po/POTFILES.in"


def extract(top, paths):
    """The texts that xgettext finds; the header is an empty one."""
    output = subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--no-location", "--no-wrap", "-o", "-", *paths], check=True,
        env=os.environ | {"GETTEXTDATADIRS": str(top / "data")}, stdout=subprocess.PIPE).stdout.decode("utf-8")
    for match in re.finditer(r'^msgid ((?:".*"\n)+)', output, re.MULTILINE):
        yield "".join(ast.literal_eval(line) for line in match.group(1).splitlines())


def check_catalogue(top):
    paths = sorted((top / "data/catalogue").glob("*.xml"))
    expected = {"\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", element.text.strip()))
                for path in paths for element in iter_texts(ElementTree.parse(path).getroot())}
    found = set(extract(top, paths)) - {""}
    for text in sorted(expected - found):
        yield f"data/its/catalogue.its: does not mark \"{text}\""
    for text in sorted(found - expected):
        yield f"data/its/catalogue.its: marks \"{text}\", which is no text"


def main():
    top = pathlib.Path(sys.argv[1])
    problems = [*check_list(top), *check_catalogue(top)]
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
