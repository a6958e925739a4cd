# What the scripts beside this file share. Sourced, never run.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
configuration="${LEDGER_CONFIGURATION:-Release}"
cli="$root/src/Ledger.Cli/bin/$configuration/net10.0/ledger"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

require_sdk() {
    command -v dotnet >/dev/null 2>&1 || die "The .NET 10 SDK is missing: install it and make sure that dotnet is on the PATH."
}

# install COMMAND-DESCRIPTION PACKAGE...: installs Debian packages where that can be done, else says what is missing.
install() {
    local what="$1"; shift
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Installing $what ($*) ..."
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
            >/dev/null 2>&1 && return 0
    fi
    die "$what is missing: install the package $* (on other systems, whatever provides it) and try again."
}

has_postgres() {
    [ -n "${LEDGER_POSTGRES_BIN:-}" ] || command -v initdb >/dev/null 2>&1 || command -v pg_config >/dev/null 2>&1 ||
        compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || compgen -G '/opt/homebrew/opt/postgresql*/bin/initdb' >/dev/null
}

require_postgres() { [ -n "${LEDGER_DATABASE:-}" ] || has_postgres || install PostgreSQL postgresql; }

find_chromium() { command -v "${LEDGER_CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }

require_chromium() { find_chromium >/dev/null || install Chromium chromium; }

require_curl() { command -v curl >/dev/null 2>&1 || install curl curl; }

# Finds out whether Marten and Wolverine can be in the build, and leaves it in the environment of what is built afterwards. A yes is
# believed until the versions of packages change, a no for a day.
choose_stores() {
    if [ -z "${CritterStack:-}" ]; then
        local probe="$root/ops/stores" answer="$root/ops/stores/obj/answer" asked="${RestoreAdditionalProjectSources:-}"
        require_sdk
        mkdir -p "$probe/obj"
        if [ "$(cat "$answer" 2>/dev/null)" = "true $asked" ] && [ "$answer" -nt "$root/Directory.Packages.props" ]; then
            CritterStack=true
        elif [ "$(cat "$answer" 2>/dev/null)" = "false $asked" ] && [ "$answer" -nt "$root/Directory.Packages.props" ] &&
            [ -n "$(find "$answer" -mmin -1440)" ]; then
            CritterStack=false
        else
            CritterStack=true
            CritterStack=true dotnet restore "$probe/Stores.csproj" --nologo -v quiet >/dev/null 2>&1 || CritterStack=false
            printf '%s %s\n' "$CritterStack" "$asked" >"$answer"
        fi
    fi
    export CritterStack
}

# Says in one line which stores are in the build.
say_stores() {
    choose_stores
    if [ "$CritterStack" = true ]; then
        say "Stores in this build: npgsql and marten; LEDGER_STORE says which one is used (${LEDGER_STORE:-npgsql})." \
            "Wolverine is in it; LEDGER_WOLVERINE says what goes through it (${LEDGER_WOLVERINE:-off})."
    else
        say "Stores in this build: npgsql; the packages of Marten and Wolverine are not to be had here, or not wanted" \
            "(CritterStack)."
    fi
}

# Builds the program when a source file is newer than it. Several callers at once build once.
build_cli() {
    require_sdk
    choose_stores
    mkdir -p "$root/src/Ledger.Cli/obj"
    exec 9>"$root/src/Ledger.Cli/obj/.build.lock"
    command -v flock >/dev/null 2>&1 && flock 9
    if ! is_built; then
        # The compiler's server outlives the build; it must not inherit the lock.
        local log="$root/src/Ledger.Cli/obj/build.log"
        dotnet build "$root/src/Ledger.Cli/Ledger.Cli.csproj" -c "$configuration" --nologo -v quiet >"$log" 2>&1 9>&- ||
            { cat "$log" >&2; die "Ledger does not build."; }
        touch "$cli"
        printf '%s' "$CritterStack" >"$cli.stores"
    fi
    exec 9>&-
}

is_built() {
    [ -x "$cli" ] && [ "$(cat "$cli.stores" 2>/dev/null)" = "$CritterStack" ] && [ -z "$(find "$root/src" "$root/projections" "$root"/Directory.* \
        \( -name bin -o -name obj \) -prune -o -type f -newer "$cli" -print -quit)" ]
}
