@echo off
rem Starts labreel: with runtime\ if it was linked, else with the JDK that built it.
setlocal
set "home=%~dp0.."

rem The console starts faster with its classes from an archive, which Java makes when the console is first closed. Its
rem name is that of this build: one of another build would be refused. Without a place for it all works as well.
set "share="
set "arg=%~1"
if defined arg if /i not "%arg:~0,8%"=="--source" goto start
set "cache=%LOCALAPPDATA%\Labreel"
if not defined LOCALAPPDATA goto start
if not exist "%cache%" mkdir "%cache%" 2>nul
if not exist "%cache%" goto start
set "stamp="
for %%F in ("%home%\lib\labreel-*.jar") do set "stamp=%%~zF-%%~tF"
if not defined stamp goto start
set "stamp=%stamp::=-%"
set "stamp=%stamp:/=-%"
set "stamp=%stamp:.=-%"
set "stamp=%stamp: =-%"
set "share=%cache%\classes-%stamp%.jsa"
for %%F in ("%cache%\classes-*.jsa") do if /i not "%%~fF"=="%share%" del "%%~fF" 2>nul

:start
set "options="
if defined share set options=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%share%" "-Xlog:cds*=off" "-Xlog:aot*=off"
if exist "%home%\runtime\bin\java.exe" (
  "%home%\runtime\bin\java.exe" "@%home%\bin\jvm.options" %options% -cp "%home%\lib\*" org.labreel.app.Main %*
  exit /b %errorlevel%
)
set "jdk="
if exist "%home%\bin\jdk-home" set /p jdk=<"%home%\bin\jdk-home"
set "java=%jdk%\bin\java.exe"
if not exist "%java%" if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java=java.exe"
"%java%" "@%home%\bin\jvm.options" %options% -p "%home%\mods" -cp "%home%\lib\*" org.labreel.app.Main %*
exit /b %errorlevel%
