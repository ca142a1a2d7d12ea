#!/bin/bash
# The server as the user rabbitmq, on a data folder that is its own.
set -euo pipefail
chown -R rabbitmq:rabbitmq /var/lib/rabbitmq
exec gosu rabbitmq /usr/lib/rabbitmq/bin/"$@"
