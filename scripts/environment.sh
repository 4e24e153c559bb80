# Sourced by the other scripts: makes .venv in the checkout with what pyproject.toml and constraints.txt ask for.
#
#     setup_environment EXTRAS      e.g. setup_environment dev; empty for the light base
#
# Nothing is installed again while neither file has changed.

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
        if [ -n "$candidate" ] && "$candidate" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    echo "LeanLoop needs Python 3.11 or newer with the venv module; set PYTHON to one" >&2
    return 1
}

setup_environment() {
    local extras=$1 stamp=.venv/leanloop-installed sum installed
    sum=$(cat pyproject.toml scripts/constraints.txt | cksum)
    installed=$(cat "$stamp" 2>/dev/null || true)
    # What was set up with extras serves the light base, too.
    if [ "$installed" = "$sum $extras" ] || { [ -z "$extras" ] && [ "${installed#"$sum"}" != "$installed" ]; }; then
        return
    fi
    echo "setting up .venv" >&2
    [ -x .venv/bin/python ] || "$(find_python)" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --constraint scripts/constraints.txt --editable ".${extras:+[$extras]}"
    echo "$sum $extras" >"$stamp"
}
