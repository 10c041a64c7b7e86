#!/bin/sh
# Checks the environment, fills in the template, and becomes nginx as the gateway of live mode.
# deploy/README.md says what each variable means.
set -eu
# The filled-in template holds the API key, so nobody else may read it.
umask 077
export LC_ALL=C
PATH=$PATH:/usr/sbin
here=$(cd "$(dirname "$0")" && pwd)

# No message repeats a value, which may be a real key in the wrong variable.
stop() {
  echo "$1" >&2
  exit 1
}

# Whether $1 is one line and matches the extended regular expression $2.
fits() {
  case $1 in *"
"*) return 1 ;; esac
  printf '%s' "$1" | grep -Eqx -- "$2"
}

if [ -n "${DRATA_API_KEY_FILE:-}" ]; then
  DRATA_API_KEY=$(cat -- "$DRATA_API_KEY_FILE" 2>/dev/null) ||
    stop 'DRATA_API_KEY_FILE must be a file that can be read.'
fi
[ -n "${DRATA_API_KEY:-}" ] || stop 'Set DRATA_API_KEY_FILE, or DRATA_API_KEY.'
# The characters of a bearer token (RFC 6750, section 2.1), none of which nginx interprets.
fits "$DRATA_API_KEY" '[A-Za-z0-9._~+/=-]+' ||
  stop 'The API key must stand alone: letters, digits and . _ ~ + / = - on one line.'

DRATA_API_URL=${DRATA_API_URL:-https://public-api.drata.com/public}
DRATA_API_URL=${DRATA_API_URL%/}
fits "$DRATA_API_URL" 'https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*' ||
  stop 'DRATA_API_URL must be an http or https address without a query, such as https://public-api.drata.com/public.'

DRATA_API_VERSION=${DRATA_API_VERSION:-2}
fits "$DRATA_API_VERSION" '[12]' || stop 'DRATA_API_VERSION must be 1 or 2.'

case ${DRATA_READ_ONLY:-0} in
  0) READ_ONLY=false ;;
  1) READ_ONLY=true ;;
  *) stop 'DRATA_READ_ONLY must be 1, or 0.' ;;
esac

# The name under which the page stores its data; the same as companyOf in deploy/settings.ts.
COMPANY=$(printf '%s\n%s' "$DRATA_API_URL" "$DRATA_API_KEY" | sha256sum | cut -c1-16)

PORT=${PORT:-8080}
fits "$PORT" '[0-9]+' || stop 'PORT must be a number.'

SIGN_IN_URL=${SIGN_IN_URL:-}
SIGN_IN_URL=${SIGN_IN_URL%/}
PUBLIC_HOST=${PUBLIC_HOST:-}
if [ -n "$SIGN_IN_URL" ]; then
  fits "$SIGN_IN_URL" 'https?://[A-Za-z0-9.-]+(:[0-9]+)?' ||
    stop 'SIGN_IN_URL must be the address of oauth2-proxy, such as http://oauth2-proxy:4180.'
  fits "$PUBLIC_HOST" '[A-Za-z0-9.-]+' ||
    stop 'PUBLIC_HOST must be the name in the address of the app, such as reviews.example.com.'
  ADDRESS=${ADDRESS:-0.0.0.0}
  fits "$ADDRESS" '[0-9.]+|\[[0-9a-fA-F:]+\]' ||
    stop 'ADDRESS must be an IP address, in brackets where it is of version 6.'
  SIGN_IN_CHECK=/oauth2/auth
else
  echo 'SIGN_IN_URL is not set, so nobody is asked to sign in: serving 127.0.0.1 alone, since whoever reaches the gateway acts with the API key.' >&2
  PUBLIC_HOST=
  ADDRESS=127.0.0.1
  SIGN_IN_CHECK=off
fi

WEB_ROOT=${WEB_ROOT:-$here/../../dist/live}
[ -f "$WEB_ROOT/index.html" ] || stop 'WEB_ROOT must be the folder of the live build, with an index.html.'
ACCESS_LOG=${ACCESS_LOG:-/dev/stdout}
CA_CERTIFICATES=${CA_CERTIFICATES:-/etc/ssl/certs/ca-certificates.crt}
RUN_DIR=${RUN_DIR:-$(mktemp -d)}
for path in "$here" "$WEB_ROOT" "$ACCESS_LOG" "$CA_CERTIFICATES" "$RUN_DIR"; do
  fits "$path" '[A-Za-z0-9/._-]+' || stop 'Paths may hold letters, digits and / . _ - alone.'
done

mkdir -p "$RUN_DIR"

# nginx looks names up while it runs, since the service's addresses change.
RESOLVER=$(awk '/^nameserver/ { print ($2 ~ /:/) ? "[" $2 "]" : $2 }' /etc/resolv.conf | tr '\n' ' ')
RESOLVER=${RESOLVER:-127.0.0.1}

# Only root may choose the user of the workers. For any other user it is the same user.
WORKER_USER=
if [ "$(id -u)" = 0 ]; then
  WORKER_USER="user ${NGINX_USER:-www-data};"
  chmod 711 "$RUN_DIR"
fi

# A separate package in Debian. Without it pages are sent in gzip.
BROTLI=/usr/lib/nginx/modules/ngx_http_brotli_static_module.so
BROTLI_MODULE=
BROTLI_STATIC=
if [ -f "$BROTLI" ]; then
  BROTLI_MODULE="load_module $BROTLI;"
  BROTLI_STATIC='brotli_static on;'
fi

export ACCESS_LOG ADDRESS BROTLI_MODULE BROTLI_STATIC CA_CERTIFICATES COMPANY DRATA_API_KEY DRATA_API_URL \
  DRATA_API_VERSION PORT PUBLIC_HOST READ_ONLY RESOLVER RUN_DIR SIGN_IN_CHECK SIGN_IN_URL WEB_ROOT \
  WORKER_USER here
# The variables are listed, so that those of nginx stay as they are.
# shellcheck disable=SC2016
envsubst '${ACCESS_LOG} ${ADDRESS} ${BROTLI_MODULE} ${BROTLI_STATIC} ${CA_CERTIFICATES}
  ${COMPANY} ${DRATA_API_KEY} ${DRATA_API_URL} ${DRATA_API_VERSION} ${PORT} ${PUBLIC_HOST} ${READ_ONLY}
  ${RESOLVER} ${RUN_DIR} ${SIGN_IN_CHECK} ${SIGN_IN_URL} ${WEB_ROOT} ${WORKER_USER} ${here}' \
  <"$here/nginx.conf.template" >"$RUN_DIR/nginx.conf"

# Without the environment, since it holds the key.
set -- env -i "PATH=$PATH" nginx -e stderr -p "$RUN_DIR" -c "$RUN_DIR/nginx.conf"
"$@" -t -q
exec "$@"
