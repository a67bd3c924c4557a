#!/usr/bin/env bash
# Whether the application in this container answers that it is up. The image has neither curl nor wget for certain, so bash asks by itself.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET %s/actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "${SERVER_SERVLET_CONTEXT_PATH:-}" >&3
grep -q '"status":"UP"' <&3
