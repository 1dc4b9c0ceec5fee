export { commitEdit } from './git-commit.ts';
export type { EditCommitted, EditToCommit } from './git-commit.ts';
export { pushEdit } from './git-push.ts';
export type { EditPushed } from './git-push.ts';
export { gitText, gitUserName, runGit } from './git.ts';
export type { GitOptions, GitResult } from './git.ts';
