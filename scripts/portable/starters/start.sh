#!/bin/sh
# Double-clicked: the menu, in a window of its own.
here=$(CDPATH= cd -- "${0%/*}" && pwd -P) || exit 70
PATH="$here/bin:${PATH:-/usr/local/bin:/usr/bin:/bin}"
export PATH
"$here/bin/jianbao" start "$@"
code=$?
[ "$code" = 0 ] || { printf '按回车键关闭 / press Enter to close '; read -r _; }
exit "$code"
