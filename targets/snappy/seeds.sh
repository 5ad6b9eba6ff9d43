#!/bin/sh
# Writes corpora/snappy/seeds and its README. Needs a JDK of 25 or newer, and cargo.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
corpus=$here/../../corpora/snappy
rm -f "$corpus"/seeds/*
"$java" "$here/src/main/java/dev/lockstep/targets/snappy/stream/SeedWriter.java" "$corpus"
cd "$here"
exec cargo run --quiet --locked --package snappy-port --example write_seeds -- "$corpus/seeds"
