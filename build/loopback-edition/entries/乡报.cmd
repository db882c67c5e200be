@echo off
rem ASCII alone, for this file is read in the code page of the machine. The console is there for about a second; the
rem program itself runs without one. Where it does not start, the console stays with the reason.
setlocal EnableExtensions DisableDelayedExpansion
set "XIANGBAO_VERSION="
set "XIANGBAO_UNPROVEN="
set "XIANGBAO_PREVIOUS="
set "XIANGBAO_WENT_BACK="
set /p XIANGBAO_VERSION=<"%~dp0current"
if not exist "%~dp0versions\%XIANGBAO_VERSION%\runtime\node.exe" goto goback
"%~dp0versions\%XIANGBAO_VERSION%\runtime\node.exe" "%~dp0versions\%XIANGBAO_VERSION%\program\dist\main\launch.mjs" %*
if "%ERRORLEVEL%"=="0" exit /b 0
rem 3: it did not start, and the person has been told why.
if "%ERRORLEVEL%"=="3" goto stay
:goback
rem A version that came by an update and has never started gives way to the one before it.
if exist "%~dp0unproven" set /p XIANGBAO_UNPROVEN=<"%~dp0unproven"
if exist "%~dp0previous" set /p XIANGBAO_PREVIOUS=<"%~dp0previous"
if "%XIANGBAO_PREVIOUS%"=="" goto stay
if "%XIANGBAO_PREVIOUS%"=="%XIANGBAO_VERSION%" goto stay
if not "%XIANGBAO_UNPROVEN%"=="%XIANGBAO_VERSION%" goto stay
if not exist "%~dp0versions\%XIANGBAO_PREVIOUS%\runtime\node.exe" goto stay
>"%~dp0current.new" echo %XIANGBAO_PREVIOUS%
move /y "%~dp0current.new" "%~dp0current" >nul
if errorlevel 1 goto stay
del /q "%~dp0unproven" "%~dp0previous" >nul 2>nul
set "XIANGBAO_WENT_BACK=%XIANGBAO_VERSION%"
"%~dp0versions\%XIANGBAO_PREVIOUS%\runtime\node.exe" "%~dp0versions\%XIANGBAO_PREVIOUS%\program\dist\main\launch.mjs" %*
:stay
if not exist "%~dp0versions\%XIANGBAO_VERSION%\runtime\node.exe" echo The files of Xiangbao are incomplete. Please unpack the archive again.
pause
