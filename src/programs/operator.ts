import { userInfo } from 'node:os';
import type { Environment } from '../model/index.ts';
import { gitUserName } from './git.ts';

/** Who is running: git's `user.name`, else the login name. */
export async function operatorName(cwd: string, environment: Environment): Promise<string> {
  return (await gitUserName(cwd).catch(() => null)) ?? loginName(environment);
}

function loginName(environment: Environment): string {
  const named = environment['LOGNAME'] ?? environment['USER'] ?? environment['USERNAME'];
  if (named !== undefined && named !== '') return named;
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
