: >../tmp/empty
sluice --patch "$TMP/empty"
put ../tmp/garbage 'this is no patch'
sluice --patch "$TMP/garbage"
sluice --patch "$TMP/absent"
