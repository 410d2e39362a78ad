#!/usr/bin/env bash
# A LanguageTool server for the tests.
#   .ci/languagetool.sh start PORT   fetches the jars once, starts the server, prints its address when it answers
#   .ci/languagetool.sh stop PORT    stops the one that was started on PORT
set -euo pipefail

version=6.6
home=${XDG_CACHE_HOME:-$HOME/.cache}/qualitycheck/languagetool-$version
usage="usage: .ci/languagetool.sh start|stop PORT"
action=${1:?$usage}
port=${2:?$usage}
pid_file=$home/$port.pid
log=$home/$port.log

fetch() {
    [ -d "$home/jars" ] && return
    local work
    work=$(mktemp -d "$home/fetch.XXXXXX")
    cat >"$work/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>qualitycheck</groupId>
  <artifactId>languagetool-jars</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId><version>$version</version></dependency>
    <dependency><groupId>org.languagetool</groupId><artifactId>language-en</artifactId><version>$version</version></dependency>
  </dependencies>
</project>
POM
    timeout 600 mvn -q -B -Dstyle.color=never -f "$work/pom.xml" dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$work/jars" >&2
    mv "$work/jars" "$home/jars" # in one step: a fetch that was cut off leaves no half folder
    rm -r "$work"
}

running() { # the process of the pid file, if it still is a LanguageTool server and not a later process of that number
    [ -f "$pid_file" ] && [[ $(ps -ww -o args= -p "$(cat "$pid_file")") == *"HTTPServer --port $port" ]]
}

warm_up() { # its first answer takes seconds, since it loads the language then
    python3 - "$port" <<'PY'
import sys
from urllib.request import ProxyHandler, build_opener

address = f"http://127.0.0.1:{sys.argv[1]}/v2/check"
build_opener(ProxyHandler({})).open(address, b"language=en-US&text=It+has+rained.", timeout=60).read()
PY
}

start() {
    mkdir -p "$home"
    exec 9>"$home/lock"
    flock -w 600 9 # one fetch at a time
    fetch
    if running; then
        echo "http://127.0.0.1:$port"
        return
    fi
    : >"$log"
    # 9>&-: the server must not keep the lock.
    nohup java -Xmx1g -cp "$home/jars/*" org.languagetool.server.HTTPServer --port "$port" \
        >"$log" 2>&1 </dev/null 9>&- &
    echo $! >"$pid_file"
    local deadline=$((SECONDS + 60))
    until grep -q "Server started" "$log"; do
        if ! kill -0 "$(cat "$pid_file")" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
            echo "LanguageTool did not start on port $port:" >&2
            tail -5 "$log" >&2
            stop
            exit 1
        fi
        sleep 0.5
    done
    warm_up
    echo "http://127.0.0.1:$port"
}

stop() {
    if running; then
        kill "$(cat "$pid_file")"
        for _ in $(seq 50); do
            running || break
            sleep 0.1
        done
    fi
    rm -f "$pid_file"
}

case $action in
start) start ;;
stop) stop ;;
*)
    echo "$usage" >&2
    exit 2
    ;;
esac
