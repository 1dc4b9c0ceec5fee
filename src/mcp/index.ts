// Runbooks as tools for agents, over the Model Context Protocol: one more face of the walk, with a person's hand on what destroys.
export type * from './host.ts';
export { serveAgents } from './serve-agents.ts';
