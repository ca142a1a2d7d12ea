#!/bin/bash
# Builds the base images under their public names from this distribution's packages and this machine's .NET, for a site that reaches no image registry.
# Needs root, docker and debootstrap. An image that exists already is left alone; --force builds it again.
set -euo pipefail
cd "$(dirname "$0")"
suite=bookworm
mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 2> /dev/null | head -1)}
mirror=${mirror:-http://deb.debian.org/debian}
dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
force=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing() { [ "$force" = --force ] || ! docker image inspect "$1" > /dev/null 2>&1; }

# A root file system with these packages, as an image.
bootstrap() { # image packages [function that adds to the tree]
    local image=$1 packages=$2 add=${3:-true} tree="$work/tree"
    missing "$image" || { echo "$image is there"; return; }
    echo "$image: installing $packages"
    rm -rf "$tree"
    debootstrap --variant=minbase --include="$packages" "$suite" "$tree" "$mirror" > "$work/log" 2>&1 || { tail -20 "$work/log"; exit 1; }
    rm -rf "$tree"/var/cache/apt/archives/*.deb "$tree"/var/lib/apt/lists/* "$tree"/usr/share/doc "$tree"/usr/share/man
    # What this machine trusts, the image trusts: a site's own authority among it.
    cp "${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt}" "$tree/etc/ssl/certs/ca-certificates.crt"
    "$add" "$tree"
    tar -C "$tree" -c . | docker import "${changes[@]}" - "$image" > /dev/null
    echo "$image: done"
}

add_runtime() {
    mkdir -p "$1/usr/share/dotnet"
    cp -r "$dotnet/host" "$dotnet/shared" "$dotnet/dotnet" "$1/usr/share/dotnet/"
    ln -sf /usr/share/dotnet/dotnet "$1/usr/bin/dotnet"
}
add_sdk() { cp -r "$dotnet" "$1/usr/share/dotnet" && ln -sf /usr/share/dotnet/dotnet "$1/usr/bin/dotnet"; }
add_postgres() { install -m 0755 postgres/docker-entrypoint.sh "$1/usr/local/bin/docker-entrypoint.sh" && mkdir -p "$1/docker-entrypoint-initdb.d"; }
add_rabbitmq() {
    install -m 0755 rabbitmq/docker-entrypoint.sh "$1/usr/local/bin/docker-entrypoint.sh"
    echo '[rabbitmq_management].' > "$1/etc/rabbitmq/enabled_plugins"
}

dotnet_needs=ca-certificates,libicu72,libssl3,libstdc++6,tzdata,zlib1g
changes=(--change 'ENV DOTNET_RUNNING_IN_CONTAINER=true DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1')
bootstrap mcr.microsoft.com/dotnet/aspnet:10.0 "$dotnet_needs" add_runtime
bootstrap mcr.microsoft.com/dotnet/sdk:10.0 "$dotnet_needs" add_sdk
changes=(
    --change 'ENV PATH=/usr/lib/postgresql/15/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PGDATA=/var/lib/postgresql/data LANG=C.UTF-8'
    --change 'VOLUME /var/lib/postgresql/data' --change 'EXPOSE 5432'
    --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'CMD ["postgres"]'
)
bootstrap postgres:15 ca-certificates,postgresql-15 add_postgres
changes=(
    --change 'ENV HOME=/var/lib/rabbitmq LANG=C.UTF-8' --change 'VOLUME /var/lib/rabbitmq' --change 'EXPOSE 5672 15672'
    --change 'ENTRYPOINT ["docker-entrypoint.sh"]' --change 'CMD ["rabbitmq-server"]'
)
bootstrap rabbitmq:3.10-management ca-certificates,rabbitmq-server,gosu add_rabbitmq
