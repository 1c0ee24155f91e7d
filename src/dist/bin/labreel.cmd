@echo off
rem Starts labreel: with runtime\ if it was linked, else with the JDK that built it.
setlocal
set "home=%~dp0.."

rem Classes that the build prepared, so that a start need not. Java passes over what does not fit its version or the jars.
set options="-Xlog:aot*=off" "-Xlog:cds*=off"
if exist "%home%\lib\labreel.aot" set options=%options% "-XX:AOTCache=%home%\lib\labreel.aot"

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
