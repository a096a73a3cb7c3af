#!/bin/sh
# Used by deploy/Dockerfile alone: the pinned pnpm, then the packages of the lockfile.
set -eu

# Where the host gave its npm configuration and certificates as build secrets, they count for this one step.
secrets=/run/secrets
if [ -s "$secrets/npmrc" ]; then export NPM_CONFIG_USERCONFIG="$secrets/npmrc"; fi
if [ -s "$secrets/certificates" ]; then
  export NODE_EXTRA_CA_CERTS="$secrets/certificates"
fi

pnpm_version() { node -p "require('/app/package.json').packageManager.split('@')[1]"; }

# Of the workspace, what runs in production.
production="--filter ./services/* --filter ./packages/* --filter @huiyin/deploy --filter @huiyin/scripts
  --filter !@huiyin/web --filter !@huiyin/translations --filter !@huiyin/testkit"

case "$1" in
  pnpm) npm install --global --no-audit --no-fund --loglevel=error "pnpm@$(pnpm_version)" ;;
  fetch) pnpm fetch ;;
  web) pnpm install --offline --frozen-lockfile --filter @huiyin/web... --filter @huiyin/scripts... ;;
  # shellcheck disable=SC2086 # Words on purpose: they are arguments.
  production) set -f && pnpm install --offline --frozen-lockfile --prod $production ;;
  *) echo "install-packages: unknown: $1" >&2 && exit 1 ;;
esac
