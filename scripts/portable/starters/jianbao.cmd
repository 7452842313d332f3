@"%~dp0..\node\node.exe" "%~dp0..\app\dist\cli.cjs" %*
