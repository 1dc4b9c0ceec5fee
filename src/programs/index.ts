// Other programs that are called: git and shellcheck.
export { changedSince } from './git-changes.ts';
export type { ChangedLines, LineRange } from './git-changes.ts';
export { commitEdit, commitObstacle } from './git-commit.ts';
export { textAtHead } from './git-head.ts';
export { pushEdit } from './git-push.ts';
export { gitText, gitUserName } from './git.ts';
export { startShellcheck } from './shellcheck.ts';
export type { ShellcheckResult, ShellcheckRun } from './shellcheck.ts';
export type { ShellcheckComment } from './shellcheck-process.ts';
export { shellcheckIdentity } from './shellcheck-identity.ts';
export { operatorName } from './operator.ts';
