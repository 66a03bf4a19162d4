#!/bin/sh
# What the container runs. `docker run labelwright`, `… start --port 80`, `… --port 80`, `… label-studio start` and
# `… labelwright doctor` all reach Labelwright; anything else is run as it is (`… bash`).
set -eu

case "${1:-}" in
  '' | -*) set -- labelwright start "$@" ;;
  label-studio) shift; set -- labelwright "$@" ;;
  start | init | reset_password | user | shell | version | export | migrate | doctor | backup | restore | openapi | worker)
    set -- labelwright "$@" ;;
esac
[ "${1}" = labelwright ] || exec "$@"

data="${LABELWRIGHT_DATA_DIR:-${LABELWRIGHT_BASE_DATA_DIR:-${LABEL_STUDIO_DATA_DIR:-${LABEL_STUDIO_BASE_DATA_DIR:-${BASE_DATA_DIR:-}}}}}"
if [ -n "$data" ] && ! { mkdir -p "$data" && [ -w "$data" ]; } 2>/dev/null; then
  echo "The data directory $data cannot be written by user $(id -u): give it to that user (chown -R $(id -u) on the host) or mount a volume." >&2
  exit 1
fi
# A user that the platform made up has no home; some libraries want one.
[ -w "${HOME:-/}" ] || export HOME=/tmp
exec "$@"
