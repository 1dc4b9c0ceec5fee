// What lint found, in each of its formats, and the page of a rule.
export { githubSummary, lintGithub } from './lint-github.ts';
export { lintJson } from './lint-json.ts';
export { lintJunit } from './lint-junit.ts';
export { lintSarif } from './lint-sarif.ts';
export { lackingText } from './lacking-text.ts';
export { lintText } from './lint-text.ts';
export { ruleList, rulePage } from './rule-page.ts';
