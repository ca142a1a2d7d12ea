#!/bin/bash
# The platform in containers, once for real: base images, compose up, how the containers are closed, seed content and its check, a service away while the
# gateway starts, two instances of a service and one of them killed, a stop within its time, down. Says what it does and how long it took.
#
# Uses the container engine that answers. Where none does it installs Debian's (root) and starts one of its own with all its data below .danvan/containers;
# that engine takes the storage driver that this machine can do (overlay2, else what comes next in its own list, at last vfs), and has no bridge but those of
# the compose file, so images are built over the machine's own network; its base images come from Debian's packages. Images stay, for the next run;
# containers, volumes, networks and the engine do not.
set -euo pipefail
cd "$(dirname "$0")/../.."
state=$PWD/.danvan/containers
run=/run/danvan-containers-$(id -u)-$(cksum <<< "$state" | cut -d ' ' -f 1) # short: the name of a socket holds 107 characters
mkdir -p "$state"
export COMPOSE_PROJECT_NAME=danvan-test DANVAN_LISTEN=127.0.0.1:18080 DANVAN_URL=http://localhost:18080
started=$SECONDS step=$SECONDS

say() { printf '%4d s  %s\n' $((SECONDS - started)) "$*"; }
took() { say "$* ($((SECONDS - step)) s)"; step=$SECONDS; }
fail() { say "FAILED: $*"; exit 1; }
quietly() { "$@" > "$state/last.log" 2>&1 || { tail -30 "$state/last.log"; fail "$*"; }; }
eventually() { # seconds, what, command …
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do [ $SECONDS -lt $end ] || fail "$what"; sleep 0.5; done
}

engine=""
have_engine() {
    docker info > /dev/null 2>&1 && return
    export DOCKER_HOST=unix://$run/docker.sock BUILD_NETWORK=host
    if docker info > /dev/null 2>&1; then
        engine=$(cat "$run/pid") # an interrupted run left it behind
        return
    fi
    command -v dockerd > /dev/null || install_packages docker.io
    mkdir -p "$run"
    dockerd --data-root "$state/data" --exec-root "$run/exec" --pidfile "$run/pid" --bridge none --host "$DOCKER_HOST" > "$state/engine.log" 2>&1 &
    engine=$!
    eventually 60 "the container engine does not start: $state/engine.log" docker info > /dev/null 2>&1
}
install_packages() {
    [ "$(id -u)" = 0 ] || fail "needs $*: apt-get install --no-install-recommends $*"
    say "installing $*"
    quietly apt-get update -qq
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y -qq --no-install-recommends "$@"
}
compose() { if docker compose version > /dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi; }
finish() {
    local code=$?
    [ $code = 0 ] || compose logs --no-color --tail 20 2> /dev/null | tail -200 || true
    compose down --volumes --timeout 20 > "$state/down.log" 2>&1 || true
    if [ -n "$engine" ]; then
        kill "$engine" || true
        for _ in $(seq 60); do kill -0 "$engine" 2> /dev/null || break; sleep 0.5; done
        umount "$run"/exec/netns/* 2> /dev/null || true # the engine forgets this one
        rm -rf "$run"
    fi
    exit $code
}

containers() { docker ps --quiet --filter label=com.docker.compose.project=$COMPOSE_PROJECT_NAME "$@"; }
of() { containers --filter label=com.docker.compose.service="$@"; }
is_ready() { curl -fs -o /dev/null "$DANVAN_URL/health/ready"; }
status_of() { curl -s -o /dev/null --max-time 10 -w '%{http_code}' -H "Authorization: Bearer $token" "$DANVAN_URL/api/v1/$1" || true; }
answers() { [ "$(status_of "$1")" = "${2:-200}" ]; }

trap finish EXIT
have_engine
command -v docker-compose > /dev/null || docker compose version > /dev/null 2>&1 || install_packages docker-compose
command -v curl > /dev/null || install_packages curl
command -v openssl > /dev/null || install_packages openssl
quietly deploy/docker/make-secrets.sh
took "container engine $(docker version --format '{{.Server.Version}}'), storage $(docker info --format '{{.Driver}}'), compose $(compose version --short)"
compose down --volumes --timeout 20 > "$state/down.log" 2>&1 # what an interrupted run left

if [ -n "$engine" ]; then
    command -v debootstrap > /dev/null || install_packages debootstrap
    deploy/docker/base-images/build.sh
fi
took "base images"
quietly compose config --quiet
quietly compose build
[ -z "$engine" ] || docker image prune --force --filter until=24h > /dev/null # what builds of other days left
took "images built"
up() {
    quietly compose up --detach
    eventually 30 "the gateway does not answer at $DANVAN_URL" is_ready # it starts when all others are healthy
}
up
took "up: all healthy, the gateway answers"

# How the containers are closed, as the engine sees them.
secrets=$state/secrets
(umask 077 && grep -rhv --exclude='*.json' '^$' deploy/docker/secrets > "$secrets")
for container in $(containers); do
    read -r name user readonly dropped options <<< "$(docker inspect --format \
        '{{index .Config.Labels "com.docker.compose.service"}} {{or .Config.User "root"}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.SecurityOpt}}' "$container")"
    [ "$(docker exec "$container" id -u)" != 0 ] || fail "$name runs as root ($user)"
    [ "$readonly $dropped $options" = "true [ALL] [no-new-privileges:true]" ] || fail "$name is open: read-only $readonly, dropped $dropped, $options"
    ! docker exec "$container" touch /written 2> /dev/null || fail "$name can write its root file system"
    ! docker inspect "$container" | grep -qFf "$secrets" || fail "a secret of $name shows in its settings"
done
rm "$secrets"
took "none of $(containers | wc -l) containers is root, can write its file system, keeps a capability or shows a secret"

export DANVAN_GATEWAY=$DANVAN_URL DANVAN_CLIENT_SECRET
DANVAN_CLIENT_SECRET=$(cat deploy/docker/secrets/directory-clientsecret)
./danvan seed
took "seed content"
./danvan seed --check
took "seed content checked"

token=$(./danvan token)
quietly compose stop awards
quietly compose restart gateway
eventually 30 "the gateway does not start while awards is away" is_ready
eventually 10 "the gateway answers for petitions while awards is away" answers petitions
eventually 15 "the gateway says 503 for awards" answers awards/models 503
quietly compose start awards
eventually 30 "awards answers again" answers awards/models
took "the gateway starts and serves while awards is away, and finds it when it is back"

quietly compose up --detach --no-recreate --scale petitions=2
two_healthy() { [ "$(of petitions --filter health=healthy | wc -l)" = 2 ]; }
eventually 60 "two healthy instances of petitions" two_healthy
eventually 10 "the gateway answers for petitions" answers petitions
docker kill "$(of petitions | tail -1)" > /dev/null # the older one: the gateway must have found the new one by itself
lost=0
for _ in $(seq 100); do answers petitions || lost=$((lost + 1)); done
[ "$lost" -le 5 ] || fail "$lost of 100 requests had no answer after one of two instances of petitions was killed"
for _ in $(seq 20); do answers petitions || fail "the gateway does not answer after one of two instances of petitions was killed"; done
took "two of petitions, one killed: $lost of the next 100 requests had no answer, then none"

docker rm "$(of petitions --all --filter status=exited)" > /dev/null
quietly compose stop
took "all stopped"
for container in $(containers --all); do
    read -r name code <<< "$(docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.State.ExitCode}}' "$container")"
    [ "$code" = 0 ] || fail "$name ended with $code instead of stopping by itself"
done
quietly compose down
up
./danvan seed --check > "$state/last.log" || { cat "$state/last.log"; fail "the seed content after down and up"; }
took "down and up again: everything is still there"
quietly compose restart gateway
quietly compose stop gateway
code=$(docker inspect --format '{{.State.ExitCode}}' "$(of gateway --all)")
[ "$code" != 137 ] || fail "the gateway does not hear the order to stop while it starts"
took "a process stops while it starts"
say "all of it worked"
