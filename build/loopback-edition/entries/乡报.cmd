@echo off
rem ASCII alone, for this file is read in the code page of the machine. The console is there for about a second; the
rem program itself runs without one. Where it does not start, the console stays with the reason.
setlocal EnableExtensions DisableDelayedExpansion
set "XIANGBAO_VERSION="
set /p XIANGBAO_VERSION=<"%~dp0current"
"%~dp0versions\%XIANGBAO_VERSION%\runtime\node.exe" "%~dp0versions\%XIANGBAO_VERSION%\program\dist\main\launch.mjs" %*
if errorlevel 1 pause
