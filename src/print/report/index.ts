// The report of a run: what happened, told for people who were not there.
export { outputShare, resultOf } from './attempts.ts';
export type { Attempt, KeptOutput, ReadOutput } from './attempts.ts';
export { budgetWords, checkCounts, rowWords, takenAsRead } from './facts.ts';
export { reportJson } from './report-json.ts';
export { reportMarkdown, trimmed } from './report-markdown.ts';
export { workedUpTo } from './sittings.ts';
export { tellStory } from './story.ts';
export { summaryOf } from './summary.ts';
export type { Happening, Moment, Standing, Story, StoryStep } from './types.ts';
