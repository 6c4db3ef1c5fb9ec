# Outside any repository.
put ../tmp/p 'diff --git a/a.py b/a.py' '--- a/a.py' '+++ b/a.py' '@@ -10,2 +10,3 @@' ' x' '+dangerous(1)' ' y'
places --patch "$TMP/p"
