# Sourced by ./check: runs named steps and keeps for each a log, a note, the time and the counts under $results.
# shellcheck shell=bash

results=$artifacts/check/results
stamps=$artifacts/check/stamps
planned=()

now() { echo "${EPOCHREALTIME//[.,]/}"; }

# step NAME COMMAND...: a step counts as one, unless its command leaves the counts of the tests that it ran.
step() {
  local name=$1 started verdict=passed counts note=''
  shift
  started=$(now)
  # Waiting for a child, unlike calling in a condition, leaves `set -e` on inside the command. File 8 is the lock of
  # the whole check: what a test leaves running must not hold it.
  "$@" >"$results/$name.log" 2>&1 8>&- &
  wait $! || verdict=failed
  if [[ -f $results/$name.counts ]]; then
    counts=$(<"$results/$name.counts")
    [[ ${counts#* } == 0 ]] || verdict=failed
    [[ $verdict == passed || ${counts#* } != 0 ]] || counts="${counts% *} 1"
    note="${counts% *} tests"
  else
    counts=$([[ $verdict == passed ]] && echo '1 0' || echo '0 1')
  fi
  [[ ! -f $results/$name.note ]] || note=$(<"$results/$name.note")
  echo "$verdict $counts $(($(now) - started)) $note" >"$results/$name.step"
  describe "$name"
  [[ $verdict == passed ]]
}

describe() {
  local verdict passed failed time note
  if [[ ! -f $results/$1.step ]]; then
    printf '%-26s not run\n' "$1"
    return 0
  fi
  read -r verdict passed failed time note <"$results/$1.step"
  [[ $verdict == passed || -z $note ]] || note="$passed passed, $failed failed"
  printf '%-26s %-7s %3d.%d s   %s\n' "$1" "$verdict" $((time / 1000000)) $((time / 100000 % 10)) "$note" |
    sed -E 's/ +$//'
}

# in_pairs: runs the steps whose names and commands come as lines, two at a time, which is what two cores allow.
in_pairs() {
  local line
  while read -r line; do
    while (($(jobs -rp | wc -l) >= 2)); do wait -n || true; done
    # shellcheck disable=SC2086 # a line is a name and a command
    step $line </dev/null &
  done
  wait || true
}

# when_changed NAME INPUT... -- COMMAND...: leaves a proof alone that succeeded with the very same content.
when_changed() {
  local name=$1 inputs=() hash
  shift
  while [[ $1 != -- ]]; do inputs+=("$1"); shift; done
  shift
  hash=$(content_hash "${inputs[@]}")
  if [[ -f $stamps/$name && $(<"$stamps/$name") == "$hash" ]]; then
    echo 'unchanged' >"$results/$name.note"
    return
  fi
  rm -f "$stamps/$name"
  "$@"
  echo "$hash" >"$stamps/$name"
}

content_hash() {
  { find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 2>/dev/null || true; } |
    sort -z | xargs -0 sha256sum | sha256sum
}

# Ctrl-C does not reach background commands of a script: end those that this one started, and theirs.
stop_children() {
  local child
  for child in $(cat "/proc/$1/task/$1/children" 2>/dev/null); do
    stop_children "$child"
    kill "$child" 2>/dev/null || true
  done
}

# The failures in full, a table of the steps, and as the last line the count.
summary() {
  local status=$? name verdict passed failed rest all_passed=0 all_failed=0
  trap - EXIT
  set +e # whatever happens here, the last line is printed
  for name in "${planned[@]}"; do
    [[ -f $results/$name.step ]] || continue
    read -r verdict passed failed rest <"$results/$name.step"
    all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed))
    [[ $verdict == passed ]] || printf '\n--- %s\n%s\n' "$name" "$(cat "$results/$name.log")"
  done
  printf '\n'
  for name in "${planned[@]}"; do describe "$name"; done
  if ((status != 0 && all_failed == 0)); then
    echo 'The check was stopped before its end.'
    all_failed=1
  fi
  printf '\n%d passed, %d failed\n' "$all_passed" "$all_failed"
  exit $((all_failed > 0))
}
