import type { Runbook } from '../model/index.ts';
import { targetChoices } from '../plan/index.ts';

/** The targets of a runbook, each with what its row says of it. */
export function targetNames(runbook: Runbook): readonly (readonly [name: string, about: string])[] {
  return targetChoices(runbook).map((name) => {
    const target = runbook.targets.find((each) => each.name === name);
    const cells = Object.values(runbook.inventories[target?.inventory ?? -1]?.rows[target?.row ?? -1]?.cells ?? {});
    return [name, cells.filter((cell) => cell !== name).join(' · ')];
  });
}
