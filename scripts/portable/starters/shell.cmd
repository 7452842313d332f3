@echo off
chcp 65001 >nul
title jianbao
set "PATH=%~dp0bin;%PATH%"
echo jianbao --help
cmd /k cd /d "%USERPROFILE%"
