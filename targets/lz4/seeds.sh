#!/bin/sh
# Writes corpora/lz4/seeds and its README. Needs a JDK of 25 or newer, and cargo.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
corpus=$here/../../corpora/lz4
rm -f "$corpus"/seeds/*
"$java" "$here/src/main/java/dev/lockstep/targets/lz4/block/SeedWriter.java" "$corpus"
cd "$here"
exec cargo run --quiet --locked --package lz4-port --example write_seeds -- "$corpus/seeds"
