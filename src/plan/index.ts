// What would run: the choices, values and doubts of a runbook, and what is judged of its output.
export type * from './types.ts';
export { effectOf, pieceEffect, revealedBy } from './piece-effect.ts';
export { pieceOf, stepOf, titleAt } from './find-step.ts';
export { filledWord, isForOthers, variablesOfPlaces } from './binding/index.ts';
export { keepGiven, readSettlement, settleByCaller, settleByPin } from './doubts/index.ts';
export { FOR_THE_OPERATOR, judge, visibleText } from './judging/index.ts';
export { choiceRounds, planWithChoices, withDoubtsOfAllWays } from './every-way.ts';
export { EMPTY_REQUEST, planRun, planTargets, setValues } from './plan-run.ts';
export { getsTerminal, piecesThere, typedThere } from './planned-step.ts';
export { comesWithTarget, sameShape, shapeOf, suggestByShape, valueVariable } from './values/index.ts';
export { historyTable, takenSections, targetChoices, unchosenSections } from './choices/index.ts';
export { isSecretVariable, secretNames, writtenSecrets } from './secrets/index.ts';
export type { SeenOutput } from './judging/index.ts';
