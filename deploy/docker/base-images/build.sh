#!/bin/bash
# Builds the images that the platform stands on under their public names, for a site that reaches no image registry: Debian and the servers from Debian's
# packages, .NET from this machine's SDK. An image that is there is left alone; --force builds all again (newer packages). Needs docker, and for the first
# image root and debootstrap.
#   DEBIAN_MIRROR, DEBIAN_SECURITY_MIRROR   where packages come from; this machine's own sources without them
#   BUILD_NETWORK=host                      where containers reach the mirrors only over the machine's own network
set -euo pipefail
cd "$(dirname "$0")"
suite=bookworm
force=${1:-}

# Where this machine itself gets the packages of a suite from.
source_of() { apt-get indextargets --format '$(REPO_URI)' "Codename: $1" "Created-By: Packages" "Component: main" 2> /dev/null | head -1 || true; }
mirror=${DEBIAN_MIRROR:-$(source_of $suite)}
mirror=${mirror:-http://deb.debian.org/debian}
security=${DEBIAN_SECURITY_MIRROR:-$(source_of $suite-security)}
security=${security:-http://deb.debian.org/debian-security}

there() { [ "$force" != --force ] && docker image inspect "$1" > /dev/null 2>&1 && echo "$1 is there"; }

# Debian's smallest system, as an image.
debian() {
    local image=debian:$suite-slim work
    there $image && return
    echo "$image: installing from $mirror"
    work=$(mktemp -d)
    trap 'rm -rf --one-file-system "$work"' RETURN
    debootstrap --variant=minbase --include=ca-certificates $suite "$work/tree" "$mirror" > "$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
    cat > "$work/tree/etc/apt/sources.list" << SOURCES
deb $mirror $suite main
deb $mirror $suite-updates main
deb $security $suite-security main
SOURCES
    # A package that is installed while an image is built starts no server.
    printf '#!/bin/sh\nexit 101\n' > "$work/tree/usr/sbin/policy-rc.d" && chmod 0755 "$work/tree/usr/sbin/policy-rc.d"
    # A site's own authority, which this machine trusts, the images trust as well.
    cp -rL /usr/local/share/ca-certificates "$work/tree/usr/local/share/" && chroot "$work/tree" update-ca-certificates > /dev/null 2>&1
    rm -rf "$work"/tree/var/cache/apt/*.bin "$work"/tree/var/cache/apt/archives/*.deb "$work"/tree/var/lib/apt/lists/*
    find "$work"/tree/usr/share/{doc,man,info} -type f ! -name copyright -delete
    tar -C "$work/tree" --one-file-system --numeric-owner -c . | docker import --change 'CMD ["bash"]' - $image > /dev/null
}

# An image from a Dockerfile of this folder.
image() { # name, folder, [target, context]
    there "$1" && return
    echo "$1: building"
    docker build --network "${BUILD_NETWORK:-default}" --build-arg http_proxy --build-arg https_proxy --tag "$1" ${3:+--target "$3"} \
        --file "$PWD/$2/Dockerfile" "${4:-$PWD/$2}" > "$log" 2>&1 || { tail -20 "$log" >&2; exit 1; }
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
debian
image mcr.microsoft.com/dotnet/aspnet:10.0 dotnet runtime "$dotnet"
image mcr.microsoft.com/dotnet/sdk:10.0 dotnet sdk "$dotnet"
image postgres:15 postgres
image rabbitmq:3.10-management rabbitmq
