// The outline: headings with their roles, which targets and alternatives they speak of, time budgets, callouts, templates.
export { readApplies } from './applies.ts';
export { budgetInText } from './budget.ts';
export { readBudgets } from './budgets.ts';
export type { Budgets } from './budgets.ts';
export { readCallout } from './callouts.ts';
export { findCallouts } from './find-callouts.ts';
export type { PlacedCallout } from './find-callouts.ts';
export { levelOf, readOutline } from './outline.ts';
export type { SectionDraft } from './outline.ts';
export { IS_ROLLBACK, SAYS_PART } from './role-words.ts';
export { isPartName, namesWayOut, readRoles } from './roles.ts';
export type { Role } from './roles.ts';
export { findTemplates } from './templates.ts';
