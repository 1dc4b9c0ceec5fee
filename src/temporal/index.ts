// A team's runs on Temporal: the conversation as a workflow, pieces as activities of a worker.
export { EngineWalk } from './client/engine-walk.ts';
export type { EngineWalkParts } from './client/engine-walk-parts.ts';
export { remoteRun, type Remote } from './client/remote.ts';
export { connect, startOrJoin } from './client/start-run.ts';
export { findTeamRun, teamRuns } from './client/team-runs.ts';
export type { TeamRun } from './client/team-runs.ts';
export type { RunInput, Who } from './protocol.ts';
export { startWorker } from './worker/start-worker.ts';
