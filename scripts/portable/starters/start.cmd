@echo off
chcp 65001 >nul
title jianbao
set "PATH=%~dp0bin;%PATH%"
"%~dp0node\node.exe" "%~dp0app\dist\cli.cjs" start %*
if errorlevel 1 pause
