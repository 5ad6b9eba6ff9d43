#!/bin/sh
# Writes corpora/type1/seeds and its README. Needs a JDK of 25 or newer and nothing else.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java\.specification\.version = //p')
if [ "${version%%.*}" -lt 25 ]; then
  echo "seeds.sh: \`$java\` is a JDK $version; set JAVA_HOME to one of 25 or newer" >&2
  exit 2
fi
exec "$java" "$here/src/main/java/dev/lockstep/targets/type1/program/SeedWriter.java" "$here/../../corpora/type1"
