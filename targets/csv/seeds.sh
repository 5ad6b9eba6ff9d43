#!/bin/sh
# Writes corpora/csv/seeds. Needs nothing but a shell.
set -eu
cd "$(dirname "$0")/../../corpora/csv/seeds"
rm -f ./*
printf 'a,b,c\r\n1,2,3\r\n' >plain
printf '"aa","b ""quoted"" one","two\r\nlines"\r\n' >quoted
printf 'one\n\n\nfour,"x"\rfive' >line-ends
printf ',\r\n,,\r\n""\r\n' >empty-fields
printf ' a , b \r\n\t\r\n' >spaces
printf 'a"b,c""d,e"\r\n' >quotes-inside
printf '\344\366\374,\000\377\r\n' >bytes
printf '1\r\n2,3\r\n4,5,6\r\n' >ragged
