export { briefing } from './briefing.ts';
export { plainWalk } from './plain-walk.ts';
export { LeftAtQuestion, Prompter } from './prompter.ts';
export { templatesText } from './templates.ts';
