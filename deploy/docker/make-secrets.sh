#!/bin/bash
# Makes the passwords and keys of the compose file: what exists is kept, because data was sealed under it.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p secrets && chmod 0711 secrets
services="directory petitions reporting conferences awards subscriptions"

make() { [ -s "secrets/$1" ] || printf %s "$2" > "secrets/$1"; }
password() { openssl rand -hex 24; }
# As RabbitMQ's definitions want it: base64 of four bytes of salt and SHA-256 over salt and password.
hash() {
    local salt
    salt=$(openssl rand -hex 4)
    { printf %s "$salt" | xxd -r -p; { printf %s "$salt" | xxd -r -p; printf %s "$1"; } | openssl dgst -sha256 -binary; } | base64 -w0
}

make postgres "$(password)"
make rabbitmq-admin "$(password)"
for service in $services; do
    make "postgres-$service" "$(password)"
    make "rabbitmq-$service" "$(password)"
    make "$service-database" "Host=postgres;Database=danvan_$service;Username=danvan_$service;Password=$(cat "secrets/postgres-$service");Maximum Pool Size=25"
    make "$service-broker" "amqp://$service:$(cat "secrets/rabbitmq-$service")@rabbitmq:5672/danvan"
done
make directory-encryptionkey "$(openssl rand -base64 32)"
make directory-clientsecret "$(password)"
make petitions-key "$(openssl rand -base64 32)"
make subscriptions-key "$(openssl rand -base64 32)"

# Written anew each time, since a newer version may bring exchanges and permissions; the passwords in it are the kept ones.
definitions=$(sed 's/\${vhost}/danvan/g' ../rabbitmq/definitions.json)
for user in admin $services; do
    definitions=${definitions//"\${$user}"/$(hash "$(cat "secrets/rabbitmq-$user")")}
done
rm -f secrets/rabbitmq-definitions.json
printf %s "$definitions" > secrets/rabbitmq-definitions.json
# The containers' users are not ours, so they read as others; the folder shows nobody its list.
chmod 0444 secrets/*
echo "The administrator's client secret is in deploy/docker/secrets/directory-clientsecret"
