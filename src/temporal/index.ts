export { EngineWalk } from './client/engine-walk.ts';
export type { JoinedRun } from './client/engine-walk.ts';
export { connect, startOrJoin, workflowId } from './client/start-run.ts';
export type { RunInput, Who } from './protocol.ts';
export { startWorker } from './worker/start-worker.ts';
