set -e
git rebase -q main && npm run -s check 2>&1 | grep -v "npm warn" | tail -20; test ${PIPESTATUS[0]} = 0
git -C /work/main merge -q --ff-only package && git log --oneline | head -1
