import type { Doubt } from '../../model/index.ts';
import { isForOthers } from '../binding/index.ts';
import type { Choices } from '../choices/index.ts';
import type { PlannedPiece, PlannedStep, PlanProblem } from '../types.ts';
import { secretNames } from '../secrets/index.ts';
import { gateHolders, type Gates, withGates } from './gates.ts';
import { overwritten } from './overwritten.ts';
import { settleByCaller } from './settle-by-caller.ts';
import { settleByLock } from './settle-by-lock.ts';
import { settleByPin } from './settle-by-pin.ts';

/** The steps with every doubt about their pieces, and which of them somebody has settled; what is wrong with `--settle`. */
export function addDoubts(choices: Choices, steps: readonly PlannedStep[]): { readonly steps: readonly PlannedStep[]; readonly problems: readonly PlanProblem[] } {
  const gates = gateHolders(choices, steps);
  const doubted = steps.map((planned): PlannedStep => {
    if (planned.step.kind === 'manual') return planned;
    return { ...planned, pieces: planned.pieces.map((piece): PlannedPiece => ({ ...piece, doubts: doubtsOf(choices, planned, piece, { gates, given: givenTo(steps, choices, piece) }) })) };
  });
  return settleByCaller(choices.request.settle ?? [], doubted);
}

function doubtsOf(choices: Choices, { step }: PlannedStep, { piece, doubts }: PlannedPiece, { gates, given }: { readonly gates: Gates; readonly given: Readonly<Record<string, string>> }): readonly Doubt[] {
  if (step.kind === 'manual') return [];
  const written = doubts.flatMap((doubt) => (doubt.section === null || !isChosen(choices, doubt.section) ? [doubt] : (doubt.inChosenSection ?? [])));
  const changed = overwritten(choices.runbook, step, piece, given, secretNames(choices.runbook));
  const { pinsSettle = true, locked = [] } = choices.request;
  return [...withGates(written, gates, `${step.id} ${piece.index}`), ...(changed === null ? [] : [changed])].map((doubt) => {
    const pinned = pinsSettle ? settleByPin(doubt, step.pins) : doubt;
    return settleByLock(pinned, locked, step.id, piece.index);
  });
}

/** The caller's values, except variables that only pieces of other places need. */
function givenTo(steps: readonly PlannedStep[], { request: { values } }: Choices, { on }: PlannedPiece): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isForOthers(steps, name, on)));
}

/** A person chose the section, by name or among alternatives, so there is no doubt that it is wanted. */
function isChosen({ runbook, sections }: Choices, section: number): boolean {
  return sections.named.has(section) || [...sections.chosen].some(([group, { choices }]) => choices.some((index) => runbook.alternatives[group]?.choices[index]?.section === section));
}
