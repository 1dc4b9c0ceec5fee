// One file per command, with its arguments, options and examples.
import type { Declared } from '../declared.ts';
import { approve } from './approve.ts';
import { completion } from './completion.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { find } from './find.ts';
import { history } from './history.ts';
import { init } from './init.ts';
import { lint } from './lint.ts';
import { list } from './list.ts';
import { lock } from './lock.ts';
import { lsp } from './lsp.ts';
import { mcp } from './mcp.ts';
import { record } from './record.ts';
import { resume } from './resume.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { show } from './show.ts';
import { worker } from './worker.ts';

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, () => Declared>> = { run, show, lint, list, find, history, record, runs, resume, lock, mcp, lsp, worker, approve, export: exportCommand, explain, init, completion };
