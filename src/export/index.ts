// A runbook as a workflow of a forge's CI.
export { githubWorkflow } from './github.ts';
export { gitlabPipeline } from './gitlab.ts';
export { callerSurface } from './surface.ts';
export type { Surface } from './surface.ts';
export type { Exported, RowBy } from './types.ts';
