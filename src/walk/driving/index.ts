// The loop that walks through a run: it asks, takes the reply, runs the piece, and closes.
export { createWalk } from './driver.ts';
export { askedWord, refusalOf, takenBy } from './refusals.ts';
export { isCalled } from './turns.ts';
export { lookAt } from './look.ts';
