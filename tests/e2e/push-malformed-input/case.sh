git init -q --bare .
run git-sluice receive </dev/null
echo 'nonsense' | run git-sluice receive
printf '%040d %040d refs/heads/x\n' 0 0 | run git-sluice receive
