#!/usr/bin/env bash
# Builds the image of the gateway with a software bill of materials and provenance (attestations of
# BuildKit), pushes it, and signs it. IMAGE has a tag.
#   deploy/release.sh IMAGE
set -euo pipefail
image=${1:?"Say which image, such as registry.example.com/countersign:1.2.0"}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [[ -n $(git status --porcelain) ]]; then
  echo "The provenance names a commit, and the folder differs from it. Commit or stash first." >&2
  exit 1
fi
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT
docker buildx build --file deploy/Containerfile --platform linux/amd64,linux/arm64 \
  --sbom=true --provenance=mode=max --metadata-file "$metadata" --tag "$image" --push .
digest=$(sed -n 's/.*"containerimage.digest": *"\(sha256:[0-9a-f]*\)".*/\1/p' "$metadata")
[[ -n $digest ]] || { echo "Docker has not said which digest the image has." >&2; exit 1; }
cosign sign --yes "${image%:*}@$digest"
echo "$image@$digest"
