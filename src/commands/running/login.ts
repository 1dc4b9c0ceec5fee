import { hostname, userInfo } from 'node:os';

/** The login of this process: `mira@bastion-1`. */
export function loginHere(): string {
  return `${userInfo().username}@${hostname()}`;
}
