@echo off
rem The command line of the version in use: xiangbao --help
setlocal EnableExtensions DisableDelayedExpansion
set "XIANGBAO_VERSION="
set /p XIANGBAO_VERSION=<"%~dp0current"
"%~dp0versions\%XIANGBAO_VERSION%\runtime\node.exe" "%~dp0versions\%XIANGBAO_VERSION%\program\dist\main\cli.mjs" %*
