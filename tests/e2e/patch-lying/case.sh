# A hunk that holds fewer lines than its header says.
put ../tmp/p '--- a/a.py' '+++ b/a.py' '@@ -1,2 +1,5 @@' ' x' '+dangerous(1)'
sluice --patch "$TMP/p"
