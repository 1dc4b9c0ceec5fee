// Where a piece is typed: in a session that is open, at the prompt of another machine, or where words say.
export { elsewhere } from './elsewhere.ts';
export { IS_PART } from './place-words.ts';
export { withPlaces } from './with-places.ts';
