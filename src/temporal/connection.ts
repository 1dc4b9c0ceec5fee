import { type ClientConnectConfig, loadClientConnectConfig } from '@temporalio/envconfig';
import { type Environment, errorMessage, RunbookError } from '../model/index.ts';

/** How to reach Temporal, from the variables and the profile of its own tools: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_API_KEY, TEMPORAL_TLS… */
export interface Address {
  readonly options: ClientConnectConfig['connectionOptions'] & { readonly address: string };
  readonly namespace: string;
}

const HERE = '127.0.0.1:7233';

/** @throws RunbookError where its profile cannot be read. */
export function addressOf(env: Environment): Address {
  const given = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: given });
    return { options: { ...connectionOptions, address: connectionOptions.address ?? HERE }, namespace: namespace ?? 'default' };
  } catch (cause) {
    throw new RunbookError({ what: 'cannot tell where Temporal is', why: errorMessage(cause), advice: 'correct TEMPORAL_ADDRESS and the like, or the profile of Temporal', cause });
  }
}

/** The error for a server that does not answer. */
export function unreachable({ options: { address }, namespace }: Address, cause: unknown): RunbookError {
  return new RunbookError({
    what: `cannot reach Temporal at ${address}, namespace ${namespace}`,
    why: reasonOf(cause),
    advice: 'say where it is with TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE, start one with "temporal server start-dev", or run here without --engine',
    cause,
  });
}

/** The error for an unexpected answer. */
export function refusedByEngine(cause: unknown): RunbookError {
  const reason = reasonOf(cause);
  return new RunbookError({ what: 'the engine refuses to answer about the run', why: reason, advice: 'runbook runs --engine temporal lists what it has', cause });
}

function reasonOf(cause: unknown): string {
  const { details, message, cause: deeper } = (cause ?? {}) as { readonly details?: unknown; readonly message?: unknown; readonly cause?: unknown };
  if (typeof details !== 'string' && deeper !== undefined) return reasonOf(deeper);
  const told = typeof message === 'string' ? message : String(cause);
  const text = typeof details === 'string' && details !== '' ? details : told;
  return (text.split('\n')[0] ?? '').trim();
}
