// The steps in document order: their titles, ids and pieces, what is done by hand, and blocks for one target only.
export { assembleSteps } from './assemble-steps.ts';
export { type PartSources, textSlots } from './part-slots.ts';
export { knowSessions } from './know-sessions.ts';
export { stepIds } from './step-ids.ts';
export { findVariants, namesTargets } from './variants.ts';
export { isAboutWhatIsSeen } from './outside-expectations.ts';
export { findSteps } from './find-steps.ts';
export { firstSentence, sentencesOf } from './step-leads.ts';
