# The steps of a script that says of each whether it held. Sourced, never run.

step=0
begin() { step=$((step + 1)); now="$*"; }
held() { printf '%2d. ok      %s\n' "$step" "$now"; }
broke() { printf '%2d. FAILED  %s: %s\n' "$step" "$now" "$*"; exit 1; }
contains() { case "$1" in *"$2"*) ;; *) broke "'$2' is not in: ${1:0:300}" ;; esac; }
lacks() { case "$1" in *"$2"*) broke "'$2' is still in: ${1:0:300}" ;; esac; }
same() { [ "$1" = "$2" ] || broke "'$1' is not '$2'"; }
# exits EXPECTED COMMAND...: runs it, hides what it says, and holds it to its exit code.
exits() { local expected="$1" code=0; shift; "$@" >/dev/null 2>&1 || code=$?; same "$code" "$expected"; }
