# Clusters of PostgreSQL for the drills beside this file: each in a folder of $work, reached by a socket of its own.
# Sourced after lib.sh and steps.sh, never run.

# begin_drill: a temporary folder, and everything that was started in it gone at the end.
begin_drill() {
    work="$(mktemp -d)"
    chmod 755 "$work"
    owner="$(id -un)"
    [ "$(id -u)" != 0 ] || owner="$(getent passwd postgres >/dev/null && echo postgres || echo nobody)"
    bin="${LEDGER_POSTGRES_BIN:-$(pg_bin)}"
    trap end_drill EXIT
}

end_drill() {
    local folder
    for folder in "$work"/*/postmaster.pid; do
        [ ! -e "$folder" ] || kill -9 "$(head -n 1 "$folder")" 2>/dev/null || true
    done
    rm -rf "$work"
}

# wait_for WHAT CONDITION: until the command holds, a minute at most.
wait_for() {
    local tries
    for tries in $(seq 1 600); do
        ! "$2" || return 0
        sleep 0.1
    done
    broke "$1: not within a minute"
}

pg_bin() {
    local folder
    for folder in $(compgen -G '/usr/lib/postgresql/*/bin' | sort -rV) "$(dirname "$(command -v initdb || echo /none/x)")"; do
        [ ! -x "$folder/initdb" ] || { echo "$folder"; return; }
    done
    die "PostgreSQL's programs were not found: name their folder in LEDGER_POSTGRES_BIN."
}

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups "$@"
    else
        "$@"
    fi
}

own() { [ "$(id -u)" != 0 ] || chown "$owner" "$@"; }

# new_cluster NAME: an empty cluster in which "ledger" may do everything.
new_cluster() {
    mkdir -m 700 "$work/$1"
    own "$work/$1"
    as_owner "$bin/initdb" -D "$work/$1" -U ledger -A trust -E UTF8 --locale=C --no-sync >/dev/null
}

# start_cluster NAME: starts it, and points Ledger at it.
start_cluster() {
    local socket="$work/$1.socket"
    mkdir -p "$socket"
    own "$socket"
    as_owner "$bin/pg_ctl" -D "$work/$1" -w -t 60 -l "$work/$1/server.log" \
        -o "-c listen_addresses= -c unix_socket_directories=$socket" start >/dev/null ||
        { tail -n 20 "$work/$1/server.log"; broke "the server does not start"; }
    export LEDGER_DATABASE="Host=$socket;Username=ledger;Database=ledger"
    query "$1" "select 1 from pg_database where datname = 'ledger'" postgres | grep -q 1 ||
        query "$1" 'create database ledger' postgres >/dev/null
}

# kill_cluster NAME: as if the power went.
kill_cluster() {
    local server
    server="$(head -n 1 "$work/$1/postmaster.pid")"
    kill -9 $(pgrep -P "$server") "$server" 2>/dev/null || true
    while kill -0 "$server" 2>/dev/null; do sleep 0.05; done
}

# query NAME SQL [DATABASE]
query() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$work/$1.socket" -U ledger -d "${3:-ledger}" -c "$2"; }

ledger() { "$cli" "$@"; }

# head_of: the position of the last event.
head_of() { ledger status --json | sed -nE 's/^\{"position":([0-9]+).*/\1/p'; }
