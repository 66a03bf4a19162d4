#!/usr/bin/env bash
# Say in one sentence what is missing when Node is absent or too old to build the web app.
set -euo pipefail
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Labelwright needs Node 20 or newer, with npm, to build its web app." >&2
  exit 1
fi
if ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)'; then
  echo "Labelwright needs Node 20 or newer to build its web app; this is $(node --version)." >&2
  exit 1
fi
