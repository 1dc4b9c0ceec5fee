import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Environment, RunbookError } from '../../model/index.ts';
import { userFolder } from '../../state/index.ts';
import type { Address } from '../connection.ts';

/** The version of Temporal's worker that matches the bundled client. */
const WORKER = '@temporalio/worker@1.24.0';

/** The part of Temporal's worker library that is used here. It is native and large, so it is not bundled. */
interface WorkerLibrary {
  readonly NativeConnection: { connect(options: Address['options']): Promise<NativeConnection> };
  readonly Worker: { create(options: Readonly<Record<string, unknown>>): Promise<{ run(): Promise<void>; shutdown(): void }> };
  readonly Runtime: { install(options: Readonly<Record<string, unknown>>): unknown };
  readonly DefaultLogger: new (level: string) => unknown;
}

/** A connection that can be closed. */
interface NativeConnection {
  close(): Promise<void>;
}

/** What an activity knows about its own call. */
interface ActivityContext {
  heartbeat(details: unknown): void;
  /** Rejects when the workflow, or a worker that is shutting down, wants it to end. */
  readonly cancelled: Promise<never>;
}

/** Temporal's worker, and the function by which an activity learns about its own call. */
export interface LoadedWorker {
  readonly library: WorkerLibrary;
  readonly context: () => ActivityContext;
}

/**
 * Loads Temporal's worker from the folder in RUNBOOK_TEMPORAL_WORKER, from beside this program, or from the user's own folder.
 * @throws RunbookError with the one command that installs it.
 */
export function loadWorker(env: Environment): LoadedWorker {
  const own = ownFolder(env);
  const given = env['RUNBOOK_TEMPORAL_WORKER'] ?? '';
  const places = given === '' ? [import.meta.url, join(own, 'package.json')] : [join(given, 'package.json')];
  for (const place of places) {
    const from = createRequire(place);
    const path = resolved(from, '@temporalio/worker');
    if (path === null) continue;
    // Uses the library's own copy of its dependency, which is the one that knows the calls.
    const { Context } = createRequire(path)('@temporalio/activity') as { readonly Context: { current(): ActivityContext } };
    return { library: from('@temporalio/worker') as WorkerLibrary, context: () => Context.current() };
  }
  throw new RunbookError({ what: 'a worker needs @temporalio/worker', why: 'it is native and large, so it does not come with runbook', advice: `npm install --prefix "${given === '' ? own : given}" ${WORKER}` });
}

function ownFolder(env: Environment): string {
  return join(userFolder(env, 'XDG_DATA_HOME', '.local/share'), 'runbook', 'temporal');
}

function resolved(from: NodeJS.Require, name: string): string | null {
  try {
    return from.resolve(name);
  } catch {
    return null;
  }
}
