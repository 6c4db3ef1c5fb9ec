# GitLab's web page shows only lines that begin with GL-HOOK-ERR:
repo
server
put a.py 'dangerous(1)'
commit bad
GL_ID=user-1 push main
