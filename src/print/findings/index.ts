// The findings of lint in each of its formats, and the page of a rule.
export { githubSummary, lintGithub } from './lint-github.ts';
export { lintGitlab } from './lint-gitlab.ts';
export { lintJson } from './lint-json.ts';
export { lintJunit } from './lint-junit.ts';
export { lintSarif } from './lint-sarif.ts';
export { lackingText } from './lacking-text.ts';
export { lintStatistics, lintStatisticsJson } from './lint-statistics.ts';
export { lintText, summaryText } from './lint-text.ts';
export { ruleMarkdown, rulePageUri } from './rule-markdown.ts';
export { ruleList, rulePage } from './rule-page.ts';
