#!/bin/sh
# Writes corpora/properties/seeds and its README. Needs a JDK of 17 or newer and nothing else.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
exec "$java" "$here/src/test/java/dev/lockstep/targets/properties/SeedWriter.java" "$here/../../corpora/properties"
