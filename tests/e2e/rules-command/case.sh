run git-sluice rules list --only-rules="$RULES"
run git-sluice rules show test-bad --only-rules="$RULES"
run git-sluice rules show no-such-rule
run git-sluice rules check "$RULES"
run git-sluice rules
