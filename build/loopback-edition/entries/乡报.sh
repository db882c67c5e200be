#!/bin/sh
# Opens Xiangbao in a window of its own. Started from a desktop there is no terminal to read, so what is said here, when
# the program's files are not all there, is shown by whatever the desktop has.
# A file manager that runs this in a terminal closes it when it ends: the person must be able to read it first.
hold() {
  if [ -t 0 ] && [ -t 2 ]; then
    printf '%s' "按回车键关闭。" >&2
    read -r _
  fi
}
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
  hold
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
[ "$code" = 0 ] || hold
exit "$code"
