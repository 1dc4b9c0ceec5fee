import type { CommandSpec } from '../spec.ts';
import { COMPLETION, EXPLAIN, INIT, LINT } from './authoring.ts';
import { HISTORY, LIST, RECORD, SHOW } from './reading.ts';
import { RESUME, RUN, RUNS } from './running.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [RUN, SHOW, LINT, LIST, HISTORY, RECORD, RUNS, RESUME, EXPLAIN, INIT, COMPLETION];
