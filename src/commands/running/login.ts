import { hostname, userInfo } from 'node:os';

/** The login of this process, as the system has it: `mira@bastion-1`. */
export function loginHere(): string {
  return `${userInfo().username}@${hostname()}`;
}
