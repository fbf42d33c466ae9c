#!/usr/bin/env python3
"""Hold the stored client files against the schema.

Usage: check-schema.py SCHEMA FOLDER [FILE...]

good-*.json and every further FILE must pass, shape-*.json must not, value-*.json has the right
shape and fails only when it is read, syntax-*.json is not JSON that a strict reader takes.
"""

import json
import pathlib
import sys

import jsonschema


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def refuse_duplicates(pairs):
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member comes twice")
    return members


def load(path):
    return json.loads(
        path.read_text(encoding="utf-8"),
        parse_constant=refuse_constant,
        object_pairs_hook=refuse_duplicates,
    )


def main():
    schema = load(pathlib.Path(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    problems = []
    n_files = 0

    stored = sorted(pathlib.Path(sys.argv[2]).glob("*.json"))
    written = [pathlib.Path(name) for name in sys.argv[3:]]
    for path in stored + written:
        kind = path.name.split("-")[0]
        if kind == "syntax" and path in stored:
            continue
        n_files += 1
        errors = [error.message for error in validator.iter_errors(load(path))]
        if kind == "shape" and path in stored:
            if not errors:
                problems.append(f"{path.name}: the schema lets this pass")
        elif errors:
            problems.append(f"{path.name}: {errors[0]}")

    for path in walk_objects(schema):
        problems.append(f"schema: {path} lets unknown members pass")
    print("\n".join(problems) or f"{n_files} files agree with the schema")
    return 1 if problems or n_files == 0 else 0


def walk_objects(schema, path="#"):
    """Every place that describes an object and does not say what other members may be."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "additionalProperties" not in schema:
            yield path
        for name, value in schema.items():
            yield from walk_objects(value, f"{path}/{name}")


if __name__ == "__main__":
    sys.exit(main())
