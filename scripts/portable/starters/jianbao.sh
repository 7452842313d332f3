#!/bin/sh
# Runs jianbao with the Node beside it, from wherever this folder lies and by whatever name it is called.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
here=$(CDPATH= cd -- "${self%/*}/.." && pwd -P) || exit 70
exec "$here/node/node" "$here/app/dist/cli.cjs" "$@"
