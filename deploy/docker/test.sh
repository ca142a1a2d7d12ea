#!/bin/bash
# The platform in containers, once for real: base images, compose up, seed and its check, two of a service, one of them killed, down.
# Needs root. Starts a container engine of its own below .danvan/ when none answers.
set -euo pipefail
cd "$(dirname "$0")/../.."
state=$PWD/.danvan/containers
mkdir -p "$state"
export COMPOSE_PROJECT_NAME=danvan-test BUILD_NETWORK=host DEBIAN_FRONTEND=noninteractive

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
install_missing() {
    local missing=""
    for pair in dockerd:docker.io docker-compose:docker-compose debootstrap:debootstrap xxd:xxd curl:curl; do
        command -v "${pair%%:*}" > /dev/null || missing="$missing ${pair##*:}"
    done
    [ -z "$missing" ] || { say "installing$missing"; apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing > "$state/apt.log"; }
}
engine=""
start_engine() {
    docker info > /dev/null 2>&1 && return
    export DOCKER_HOST=unix://$state/docker.sock
    docker info > /dev/null 2>&1 && return
    say "starting a container engine"
    dockerd --data-root "$state/data" --exec-root "$state/exec" --pidfile "$state/docker.pid" -H "$DOCKER_HOST" > "$state/dockerd.log" 2>&1 &
    engine=$!
    for _ in $(seq 60); do docker info > /dev/null 2>&1 && return; sleep 1; done
    tail -20 "$state/dockerd.log"; exit 1
}
finish() {
    local code=$?
    [ $code = 0 ] || docker-compose logs --tail 15 2> /dev/null || true
    docker-compose down --volumes --timeout 20 > "$state/down.log" 2>&1 || true
    [ -z "$engine" ] || kill "$engine"
    exit $code
}

install_missing
start_engine
trap finish EXIT
deploy/docker/base-images/build.sh
deploy/docker/make-secrets.sh
say "building the images"
docker-compose build > "$state/build.log" 2>&1 || { tail -30 "$state/build.log"; exit 1; }
say "starting"
docker-compose up --detach > "$state/up.log" 2>&1 || { tail -30 "$state/up.log"; exit 1; }
for _ in $(seq 120); do curl -fs http://localhost:8080/health/ready > /dev/null && break; sleep 1; done

export DANVAN_GATEWAY=http://localhost:8080 DANVAN_CLIENT_SECRET
DANVAN_CLIENT_SECRET=$(cat deploy/docker/secrets/directory-clientsecret)
say "seed content and its check"
./danvan seed
./danvan seed --check

say "two of petitions, one of them killed"
docker-compose up --detach --scale petitions=2 --no-recreate > "$state/scale.log" 2>&1
token=$(./danvan token)
answers() { curl -fs -o /dev/null -H "Authorization: Bearer $token" http://localhost:8080/api/v1/petitions; }
for _ in $(seq 60); do [ "$(docker ps --filter name=petitions_ --filter health=healthy -q | wc -l)" = 2 ] && break; sleep 1; done
[ "$(docker ps --filter name=petitions_ --filter health=healthy -q | wc -l)" = 2 ] || { docker-compose ps; exit 1; }
docker kill "$(docker ps --filter name=petitions_ -q | head -1)" > /dev/null
for _ in $(seq 30); do answers && break; sleep 1; done
for _ in $(seq 20); do answers || { say "the gateway did not answer after one of two petitions was killed"; exit 1; }; done
say "all of it worked"
