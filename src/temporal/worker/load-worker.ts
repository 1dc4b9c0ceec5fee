import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { RunbookError } from '../../model/index.ts';
import type { Address } from '../connection.ts';

/** The version of Temporal's worker that goes with what is bundled here. */
const WORKER = '@temporalio/worker@1.24.0';

/** Of Temporal's worker what is used of it: native and large, so it is not among what this program is built from. */
export interface WorkerLibrary {
  readonly NativeConnection: { connect(options: Address['options']): Promise<NativeConnection> };
  readonly Worker: { create(options: Readonly<Record<string, unknown>>): Promise<{ run(): Promise<void>; shutdown(): void }> };
  readonly Runtime: { install(options: Readonly<Record<string, unknown>>): unknown };
  readonly DefaultLogger: new (level: string) => unknown;
}

/** A connection that is to be closed. */
export interface NativeConnection {
  close(): Promise<void>;
}

/** What an activity knows of its own call. */
export interface ActivityContext {
  heartbeat(details: unknown): void;
  /** Rejects once the workflow, or a worker that goes away, wants it to end. */
  readonly cancelled: Promise<never>;
}

/** Temporal's worker, and what tells an activity of its own call. */
export interface LoadedWorker {
  readonly library: WorkerLibrary;
  readonly context: () => ActivityContext;
}

/**
 * Temporal's worker from where it is installed: the folder of RUNBOOK_TEMPORAL_WORKER, or beside this program, or in the user's own folder.
 * @throws RunbookError with the one command that installs it.
 */
export function loadWorker(env: Readonly<Record<string, string | undefined>>): LoadedWorker {
  const own = ownFolder(env);
  const given = env['RUNBOOK_TEMPORAL_WORKER'] ?? '';
  const places = given === '' ? [import.meta.url, join(own, 'package.json')] : [join(given, 'package.json')];
  for (const place of places) {
    const from = createRequire(place);
    const path = resolved(from, '@temporalio/worker');
    if (path === null) continue;
    // Its own copy of what both need: that is where calls are known.
    const { Context } = createRequire(path)('@temporalio/activity') as { readonly Context: { current(): ActivityContext } };
    return { library: from('@temporalio/worker') as WorkerLibrary, context: () => Context.current() };
  }
  throw new RunbookError({ what: 'a worker needs @temporalio/worker', why: 'it is native and large, so it does not come with runbook', advice: `npm install --prefix "${given === '' ? own : given}" ${WORKER}` });
}

function ownFolder(env: Readonly<Record<string, string | undefined>>): string {
  const data = env['XDG_DATA_HOME'] ?? '';
  return join(data === '' ? join(env['HOME'] ?? homedir(), '.local', 'share') : data, 'runbook', 'temporal');
}

function resolved(from: NodeJS.Require, name: string): string | null {
  try {
    return from.resolve(name);
  } catch {
    return null;
  }
}
