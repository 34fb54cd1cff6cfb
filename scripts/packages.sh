# Sourced by the other scripts: what the project needs from Debian, and where the repository is.
# Leaves $root (the repository's folder) and gives: need_packages, need_swift, $release_options.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# How the command is built to be used; docs/decisions/release-build.md says why.
release_options=(--configuration release --static-swift-stdlib -Xswiftc -cross-module-optimization -Xcc -march=native --omit-frame-pointers)

# To build and to test. The first lines are what Swift itself wants of a bare Debian 12.
build_packages=(
  ca-certificates git gcc libc6-dev libstdc++-12-dev
  libcurl4 libncurses6 libsqlite3-0
  pkg-config
  libxml2-dev
  libdeflate-dev
  libisal-dev
  libssl-dev
  libarchive-dev
  libidn2-dev
  zlib1g-dev
  libutf8proc-dev
  libcmark-gfm-dev
  libcmark-gfm-extensions-dev
)

# For scripts/bench: xmllint is the yardstick, GNU time the measure.
bench_packages=(libxml2-utils time python3)

# For scripts/bench html: the other parsers are small C programs.
html_bench_packages=(gcc libc6-dev libgumbo-dev python3)

# For scripts/fixtures: a real WordPress, its database, PHP, its themes and its German.
fixture_packages=(
  wordpress
  wordpress-l10n
  wordpress-theme-twentytwentyone
  wordpress-theme-twentytwentytwo
  wordpress-theme-twentytwentythree
  faketime
  mariadb-server
  php-cli
  php-gd
  php-mbstring
  php-mysql
  php-xml
  python3
)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages NAME...: installs those of the Debian packages that are missing.
need_packages() {
  local missing=() name
  for name; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "installing: ${missing[*]}" >&2
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600
    install --yes --no-install-recommends "${missing[@]}")
  as_root "${install[@]}" >/dev/null 2>&1 || {
    as_root apt-get update >/dev/null
    as_root "${install[@]}" >/dev/null
  }
}

need_swift() {
  command -v swift >/dev/null || {
    echo "Swift is missing. Install Swift 6.3 or later from https://www.swift.org/install/linux/," >&2
    echo "put its usr/bin folder on PATH, and run this again." >&2
    exit 69
  }
}
