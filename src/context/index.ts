// What the operator's machine points at (kube context, cloud profile, workspace), and whether that is production.
export { ambientContext, ambientKinds } from './ambient.ts';
export type { AmbientContext, Surroundings } from './ambient.ts';
export { commandsAt } from './commands-at.ts';
export { namedPlaces } from './named-places.ts';
export { isProduction, namesProduction } from './production.ts';
export type { Production } from './production.ts';
