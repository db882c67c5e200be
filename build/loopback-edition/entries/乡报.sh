#!/bin/sh
# Opens Xiangbao in a window of its own. Started from a desktop there is no terminal to read, so what is said there
# when the files are incomplete is shown by whatever the desktop has.
self=$0
if [ -L "$self" ]; then self=$(readlink -f -- "$self"); fi
root=$(cd -- "$(dirname -- "$self")" && pwd -P) || exit 1
version=
IFS= read -r version < "$root/current"
node=$root/versions/$version/runtime/node
if [ ! -x "$node" ]; then
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
fi
exec "$node" "$root/versions/$version/program/dist/main/launch.mjs" "$@"
