# Sourced by scripts/fixtures: a WordPress of its own with a database of its own, and the way to call it.
work=$root/.build-fixtures
site=$work/site
database=$work/database
# Everything happens at one instant, so that a second run gives the same bytes.
instant='2022-12-05 09:00:00'

# MariaDB refuses to be root: then it runs as the user its package made.
database_user=$(id -un)
[ "$database_user" != root ] || database_user=mysql

make_site() {
  rm -rf "$site"
  mkdir -p "$work"
  cp -rL /usr/share/wordpress "$site" 2>/dev/null || true # its .htaccess may point nowhere
  rm -rf "$site/wp-content/plugins/akismet" "$site/wp-content/uploads"
  find "$site/wp-content/languages" -type f ! -name '*de_DE*' -delete
  cp scripts/fixtures.d/wp-config.php "$site/wp-config.php"
  mkdir -p "$site/wp-content/mu-plugins" "$site/wp-content/uploads"
  cp scripts/fixtures.d/musterkiez.php "$site/wp-content/mu-plugins/"
  cp -r scripts/fixtures.d/themes/. "$site/wp-content/themes/"
}

start_database() {
  rm -rf "$database"
  mkdir -p "$database"
  if [ "$(id -u)" -eq 0 ]; then chown "$database_user" "$database"; fi
  mariadb-install-db --no-defaults --user="$database_user" --datadir="$database/data" \
    --auth-root-authentication-method=normal --skip-test-db >/dev/null
  # The socket's path may be long: it gets a short folder of its own.
  socket_folder=$(mktemp -d)
  if [ "$(id -u)" -eq 0 ]; then chown "$database_user" "$socket_folder"; fi
  chmod 755 "$socket_folder"
  mariadbd --no-defaults --user="$database_user" --datadir="$database/data" --skip-networking \
    --socket="$socket_folder/s" --pid-file="$database/pid" >"$work/database.log" 2>&1 &
  database_process=$!
  export NACHLASS_FIXTURES_SOCKET=$socket_folder/s
  local tries=0
  until mariadb --no-defaults --user=root --socket="$socket_folder/s" \
    --execute 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ] || { echo "the database did not start; see $work/database.log" >&2; return 1; }
    sleep 0.2
  done
}

stop_database() {
  kill "$database_process" 2>/dev/null || true
  wait "$database_process" 2>/dev/null || true
  rm -rf "$socket_folder" "$database"
}

# wordpress SCRIPT ARGUMENT...: runs a script of php/ inside the site, its clock standing still.
wordpress() {
  local script=$1
  shift
  NACHLASS_FIXTURES_SITE=$site TZ=UTC faketime -f "$instant" \
    php -d memory_limit=1G -d display_errors=stderr -d log_errors=0 -d error_reporting=E_ERROR \
    "$root/scripts/fixtures.d/php/$script" "$@"
}
