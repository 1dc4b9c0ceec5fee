// The walk in plain lines and questions.
export { briefing } from './briefing.ts';
export { plainWalk } from './plain-walk.ts';
export { LeftAtQuestion, Prompter } from './prompter.ts';
export { fillTemplate } from './templates.ts';
