#!/bin/sh
# Writes corpora/json/seeds. Needs nothing but a shell.
set -eu
cd "$(dirname "$0")/../../corpora/json/seeds"
rm -f ./*
printf '{"a":1,"b":[true,false,null],"c":{"d":"e"}}' >all-kinds
printf ' [ 1 , -2 , 3.5 , 4e2 , 5E-1 , 0 ] \r\n\t' >numbers-and-spaces
printf '[9223372036854775807,-9223372036854775808,18446744073709551615]' >sixty-four-bits
printf '["\\"\\\\\\/\\b\\f\\n\\r\\t","\\u00e9\\ud83d\\ude00"]' >escapes
printf '["\303\251","\342\202\254","\360\237\230\200"]' >utf-8
printf '{"a":1,"a":2,"":{}}' >keys
printf '1 2\n"three" [4] {}' >one-after-the-other
printf '[[[[[[[[]]]]]]]]' >nested
printf '[1,' >cut-off
printf '{"a" 1}' >no-colon
printf '[1,]' >comma-too-many
