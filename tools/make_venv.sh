#!/usr/bin/env bash
# Make a virtual environment in $1 with the first Python that is new enough.
set -euo pipefail
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
  if "$python" -c "$new_enough" >/dev/null 2>&1; then
    echo "Making $1 with $("$python" --version)"
    if ! "$python" -m venv "$1"; then
      echo "Labelwright needs Python's venv module: on Debian and Ubuntu, install the package python3-venv." >&2
      exit 1
    fi
    exit 0
  fi
done
echo "Labelwright needs Python 3.11 or newer; set PYTHON=/path/to/python when it is not on the PATH." >&2
exit 1
