/** Other places that pieces run in: another machine by ssh, a pod, a container. */
export type { LendTerminal } from './connections.ts';
export { Places } from './places.ts';
