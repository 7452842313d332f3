#!/usr/bin/env bash
# Damages every kind of input 3,000 times and builds it; writes what came of it to docs/robustness.md.
# Takes about twenty minutes on two quiet cores; RUNS=100 bash scripts/robustness.sh takes one.
set -euo pipefail
cd "$(dirname "$0")/.."
exec node scripts/robustness.js --runs "${RUNS:-3000}" --report docs/robustness.md "$@"
