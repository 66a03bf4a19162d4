#!/usr/bin/env bash
# What the tests use beyond Python and Node: a browser, a PostgreSQL server, a font with Chinese characters, a library.
# As root on Debian or Ubuntu they are installed; anywhere else the missing ones are named.
set -euo pipefail

postgres_here() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || command -v postgres >/dev/null; }
browser_here() { command -v chromium >/dev/null || command -v google-chrome >/dev/null || [[ -n "${LABELWRIGHT_TEST_BROWSER:-}" ]]; }
font_here() { command -v fc-list >/dev/null && [[ -n "$(fc-list :lang=zh-cn)" ]]; }

# Of Playwright's driver; comes with a compiler, which not every machine has.
libatomic_here() { /sbin/ldconfig -p 2>/dev/null | grep -q 'libatomic\.so\.1'; }

missing=()
browser_here || missing+=(chromium)
postgres_here || missing+=(postgresql)
libatomic_here || missing+=(libatomic1)
font_here || missing+=(fonts-noto-cjk fontconfig)
[[ ${#missing[@]} -eq 0 ]] && exit 0

if [[ "$(id -u)" -ne 0 ]] || ! command -v apt-get >/dev/null; then
  echo "The tests need these packages (Debian's names): ${missing[*]}" >&2
  exit 1
fi
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log="$(mktemp)"
if ! { apt-get update && apt-get install --yes --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
rm -f "$log"
