export { githubWorkflow } from './github.ts';
export { callerSurface } from './surface.ts';
export type { OfferedChoice, OfferedValue, Surface } from './surface.ts';
export type { Exported, RowBy } from './types.ts';
