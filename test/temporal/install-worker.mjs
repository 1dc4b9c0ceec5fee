// Installs Temporal's worker where the tests look for it: it is native and large, so that no install of this project brings it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const WORKER = '@temporalio/worker@1.24.0';
const folder = process.env.RUNBOOK_TEMPORAL_WORKER ?? join(process.env.XDG_DATA_HOME ?? join(process.env.HOME ?? '.', '.local', 'share'), 'runbook', 'temporal');
if (!existsSync(join(folder, 'node_modules', '@temporalio', 'worker'))) {
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel', 'error', WORKER], { stdio: 'inherit' });
}
process.stdout.write(`${WORKER} is in ${folder}\n`);
