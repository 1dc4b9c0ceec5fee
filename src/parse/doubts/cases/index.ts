// Whether a piece is for some case only: words make it so, or leave it open.
export { caseLists } from './case-list.ts';
export { filledIn } from './filled-in.ts';
export { conditional } from './conditional.ts';
export { leftOpen } from './left-open.ts';
export { type CaseSources, ownCases } from './own-case.ts';
export { contextsTold } from './without-context.ts';
