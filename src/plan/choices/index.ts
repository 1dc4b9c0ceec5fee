// Choices: the target, the alternatives, and which steps are in or out and why.
export { chooseSections, groupName } from './alternatives.ts';
export type { SectionChoices } from './alternatives.ts';
export { decide, makeChoices } from './inclusion.ts';
export type { Choices, Decision } from './inclusion.ts';
export { stepProblems } from './step-problems.ts';
export { chooseTarget, dependsOnTarget, targetChoices, targetNamed } from './target.ts';
export { takenSections, unchosenSections } from './unchosen.ts';
export { historyTable } from './history-table.ts';
