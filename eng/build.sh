# Sourced by ./muster and ./check, which set $root: what a build needs, and one quiet build at a time.
# shellcheck shell=bash

artifacts=$root/artifacts

# Build servers outlive the build and would keep an inherited lock: file 9 is closed for every command started under it.
# The end of the process or subshell unlocks.
lock_builds() {
  exec 9>"$artifacts/.build-lock" && flock 9
}

# One line that changes when an input file is edited, added, moved or removed. The time is that of the inode, so that a
# file copied here with an old date counts as changed. Folders do not count: builds and editors touch them.
fingerprint() {
  (cd "$root" && find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -printf '%p %s %C@\n' 2>/dev/null || true) |
    cksum
}

product=$artifacts/bin/Muster.Server/release/muster
product_stamp=$artifacts/.muster-built

product_inputs() {
  fingerprint src samples web eng .editorconfig global.json Directory.Build.props Directory.Packages.props
}

require_dotnet() {
  local remedy='install it from https://dotnet.microsoft.com/download/dotnet/10.0 and put it into PATH.'
  local found=''
  if ! type -P dotnet >/dev/null; then
    echo "Muster is built with the .NET SDK 10, and there is no dotnet in PATH: $remedy"
    return 1
  fi
  found=$(cd "$root" && dotnet --version 2>/dev/null 9>&-) || true
  if [[ $found != 10.* ]]; then
    echo "Muster is built with the .NET SDK 10, and $(type -P dotnet) offers ${found:-none that global.json accepts}: $remedy"
    return 1
  fi
}

require_npm() {
  if ! type -P npm >/dev/null || ! type -P node >/dev/null; then
    echo "Muster's web client is built with npm, and there is no npm or node in PATH: install Node.js 20 or newer" \
      "(https://nodejs.org, or apt-get install npm)."
    return 1
  fi
}

require_artifacts() {
  if ! mkdir -p "$artifacts/check" 2>/dev/null || ! { : >>"$artifacts/.build-lock"; } 2>/dev/null; then
    echo "Muster is built into $artifacts, and $(id -un) may not write there: run as $(stat -c %U "$root")," \
      "or delete that folder."
    return 1
  fi
}

# The SDK, NuGet and npm all keep caches at home, and services and containers often have none.
prepare_environment() {
  if [[ ! -d ${HOME:-} || ! -w ${HOME:-} ]]; then
    export HOME=$artifacts/home
    mkdir -p "$HOME"
  fi
  export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-$HOME}
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  export DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off
  export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
}

# An executable looks for the runtime in the usual places only; an SDK unpacked elsewhere is found through PATH.
find_runtime() {
  local dotnet
  if [[ -z ${DOTNET_ROOT:-} ]] && dotnet=$(type -P dotnet) && dotnet=$(readlink -f "$dotnet"); then
    [[ ! -d ${dotnet%/*}/host/fxr ]] || export DOTNET_ROOT=${dotnet%/*}
  fi
}

# build TARGET LOG. No MSBuild node stays behind: it would hold memory, and keeping it saves no time here.
build() {
  dotnet build "$1" --configuration Release --nologo --verbosity quiet -nodeReuse:false \
    -warnaserror -warnnotaserror:NU1603 >"$2" 2>&1 9>&-
}

# The errors of a build log, once each and with short paths; its end when it has none of the usual form.
build_errors() {
  grep -E ': error |^error ' "$1" | sed -E "s# \[[^]]*\]\$##; s#$root/##g" | sort -u | head -n 60 || tail -n 30 "$1"
}
