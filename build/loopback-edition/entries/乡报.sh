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
first_line() {
  line=
  [ ! -r "$root/$1" ] || IFS= read -r line < "$root/$1"
  printf '%s' "$line"
}
start() {
  node=$root/versions/$version/runtime/node
  [ -x "$node" ] || return 127
  "$node" "$root/versions/$version/program/dist/main/launch.mjs" "$@"
}
# Whether the version in use came by an update, has never started, and the one before it has been taken into use again.
go_back() {
  previous=$(first_line previous)
  [ -n "$previous" ] && [ "$previous" != "$version" ] && [ "$(first_line unproven)" = "$version" ] || return 1
  [ -x "$root/versions/$previous/runtime/node" ] || return 1
  printf '%s\n' "$previous" > "$root/current.new" && mv -f "$root/current.new" "$root/current" || return 1
  rm -f "$root/unproven" "$root/previous"
  XIANGBAO_WENT_BACK=$version
  export XIANGBAO_WENT_BACK
  version=$previous
}
unset XIANGBAO_WENT_BACK
version=$(first_line current)
[ -n "$version" ] || tell
start "$@"
code=$?
# 3: it did not start, and the person has been told why.
if [ "$code" != 0 ] && [ "$code" != 3 ] && go_back; then
  start "$@"
  code=$?
fi
[ "$code" = 0 ] || [ "$code" = 3 ] || tell
[ "$code" = 0 ] && [ -z "$XIANGBAO_WENT_BACK" ] || hold
exit "$code"
