#!/bin/sh
# Opens Xiangbao in a window of its own. Started from a desktop there is no terminal to read, so what is said here, when
# the program's files are not all there, is shown by whatever the desktop has.
tell() {
  sentence="乡报的程序文件不完整，没有启动；您的资料没有改动。请重新安装或重新解压。"
  echo "$sentence" >&2
  if [ ! -t 2 ]; then
    for tool in "zenity --error --no-markup --text" "kdialog --error" "notify-send" "xmessage"; do
      # The words of one tool are meant to be split.
      # shellcheck disable=SC2086
      if command -v ${tool%% *} > /dev/null 2>&1; then $tool "$sentence"; break; fi
    done
  fi
  exit 1
}
self=$0
if [ -L "$self" ]; then self=$(readlink -f -- "$self"); fi
root=$(cd -- "$(dirname -- "$self")" && pwd -P) || tell
version=
[ -r "$root/current" ] || tell
IFS= read -r version < "$root/current"
node=$root/versions/$version/runtime/node
[ -x "$node" ] || tell
"$node" "$root/versions/$version/program/dist/main/launch.mjs" "$@"
code=$?
# 3: it did not start, and the person has been told why.
[ "$code" = 0 ] || [ "$code" = 3 ] || tell
exit "$code"
