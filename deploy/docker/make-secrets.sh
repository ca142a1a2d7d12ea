#!/bin/bash
# Makes the passwords and keys of the compose file, once: what exists is kept, because data was sealed under it. A file of your own laid there first is kept too.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
# Only its owner comes in. The files themselves are readable, because the containers, to which they are mounted one by one, run as other users.
chmod 0700 secrets
services="directory petitions reporting conferences awards subscriptions"

make() { [ -s "secrets/$1" ] || printf %s "$2" > "secrets/$1"; }
password() { openssl rand -hex 24; }
key() { openssl rand -base64 32; }
bytes() { printf '%b' "$(sed 's/../\\x&/g' <<< "$1")"; }
# As RabbitMQ's definitions want it: base64 of four bytes of salt and SHA-256 over salt and password.
hash() {
    local salt
    salt=$(openssl rand -hex 4)
    { bytes "$salt"; { bytes "$salt"; printf %s "$1"; } | openssl dgst -sha256 -binary; } | base64 -w0
}

make postgres "$(password)"
make rabbitmq-admin "$(password)"
for service in $services; do
    make "postgres-$service" "$(password)"
    make "rabbitmq-$service" "$(password)"
    make "$service-database" "Host=postgres;Database=danvan_$service;Username=danvan_$service;Password=$(cat "secrets/postgres-$service");Maximum Pool Size=25"
    make "$service-broker" "amqp://$service:$(cat "secrets/rabbitmq-$service")@rabbitmq:5672/danvan"
done
make directory-encryptionkey "$(key)"
make directory-clientsecret "$(password)"
make petitions-key "$(key)"
make subscriptions-key "$(key)"

# Written anew each time, since a newer version may bring exchanges and permissions; the passwords in it are the kept ones.
definitions=$(sed 's/\${vhost}/danvan/g' ../rabbitmq/definitions.json)
for user in admin $services; do
    definitions=${definitions//"\${$user}"/$(hash "$(cat "secrets/rabbitmq-$user")")}
done
rm -f secrets/rabbitmq-definitions.json
printf %s "$definitions" > secrets/rabbitmq-definitions.json
chmod 0444 secrets/*
echo "The administrator's client secret is in deploy/docker/secrets/directory-clientsecret"
