#!/bin/bash
# The part of the official image's entrypoint that deploy/compose.yaml needs: an empty data directory is initialised
# with POSTGRES_PASSWORD, or the password in POSTGRES_PASSWORD_FILE, and POSTGRES_INITDB_ARGS; then the server runs.
set -eu
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  password=${POSTGRES_PASSWORD:-$(cat "$POSTGRES_PASSWORD_FILE")}
  # shellcheck disable=SC2086 # Words on purpose: they are arguments.
  initdb --username=postgres --pwfile=<(printf '%s\n' "$password") ${POSTGRES_INITDB_ARGS:-} \
    --set=listen_addresses='*' --pgdata="$PGDATA"
  unset password
  printf '\nhost all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
fi
exec "$@"
