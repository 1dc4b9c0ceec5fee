export type * from './types.ts';
export { visibleText } from './output-text.ts';
export { isSecretName } from './secret-name.ts';
export { sameShape, shapeOf } from './shape.ts';
export { suggestByShape } from './suggest.ts';
export { judge } from './verdict.ts';
export type { SeenOutput } from './verdict.ts';
