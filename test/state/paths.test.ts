import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateFolder, userFolder } from '../../src/state/index.ts';

const account = join(userInfo().homedir, '.local/state/runbook');

test.each([
  [{ XDG_STATE_HOME: '/state', HOME: '/home/kim' }, '/state/runbook'],
  [{ HOME: '/home/kim' }, '/home/kim/.local/state/runbook'],
  [{ XDG_STATE_HOME: '', HOME: '/home/kim' }, '/home/kim/.local/state/runbook'],
  [{ XDG_STATE_HOME: 'state', HOME: '/home/kim' }, '/home/kim/.local/state/runbook'],
  [{ HOME: '' }, account],
  [{ HOME: '.' }, account],
  [{}, account],
])('the state folder is one place, wherever one stands: %j', (environment, folder) => {
  expect(stateFolder(environment)).toBe(folder);
});

test('other folders of the user go by the same rule', () => {
  expect(userFolder({ XDG_CONFIG_HOME: './x', HOME: '/home/kim' }, 'XDG_CONFIG_HOME', '.config')).toBe('/home/kim/.config');
});
