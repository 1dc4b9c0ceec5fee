// Fills values into commands, expectations and places, and keeps track of which variables the shell has set by then.
export { Assigned, isForOthers, setElsewhere, variablesOfPlaces } from './assigned.ts';
export { bindings, bindSlot, hostOf, isName } from './bind.ts';
export type { Binding, Bindings, SlotPlace } from './bind.ts';
export { bindPlace, hasTargetPlace } from './bound-place.ts';
export { planExpectation } from './expected.ts';
export { filledWord } from './filled-word.ts';
export { fillCode } from './substitute.ts';
