// Tables of targets, the targets of a runbook, and the table of its runs.
export { findHistories } from './history-table.ts';
export { findInventories } from './inventory.ts';
export { areNamedInTurn } from './named-in-turn.ts';
export { findTargets, isTargetName, unique } from './targets.ts';
