// The report of a run: what happened, told for people who were not there.
export { resultOf, whoDid } from './attempts.ts';
export type { Attempt, ReadOutput } from './attempts.ts';
export { approvers, confirmedHow, confirmedRows, numbered } from './confirmed.ts';
export { budgetWords, checkCounts, rowWords, takenAsRead } from './facts.ts';
export { outputShare } from './output-share.ts';
export { reportJson } from './report-json.ts';
export { reportJunit } from './report-junit.ts';
export { reportMarkdown } from './report-markdown.ts';
export { happeningWords, NOTES } from './happenings.ts';
export { workedUpTo } from './sittings.ts';
export { tellStory } from './story.ts';
export type { StepTitles } from './story.ts';
export { summaryOf } from './summary.ts';
export type { Happening, Standing, Story, StoryStep } from './types.ts';
