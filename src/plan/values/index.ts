// Values of parameters: where each comes from, what is refused, and what is suggested.
export { sameShape, shapeOf } from './shape.ts';
export { suggestByShape } from './suggest.ts';
export { comesWithTarget, own, refuseWord, resolveValues, valueVariable } from './values.ts';
export type { Values } from './values.ts';
