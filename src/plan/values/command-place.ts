import { liesIn, type Parameter, type Runbook } from '../../model/index.ts';
import { isShellsOwn } from '../../shell-syntax/index.ts';

/** The text around a parameter that is (part of) a command's name. */
interface CommandPlace {
  readonly before: string;
  readonly after: string;
}

/** The places where each parameter is a command's name, found once per runbook. */
const known = new WeakMap<Runbook, ReadonlyMap<string, readonly CommandPlace[]>>();

/** Why a value may not be a command's name where this parameter is one, or `null`: it could become an assignment or a builtin. */
export function refuseCommandName(runbook: Runbook, { name }: Parameter, value: string): string | null {
  const places = placesOf(runbook).get(name) ?? [];
  if (places.length === 0) return null;
  if (value.includes('=')) return `"${value}" would be an assignment where a command's name stands`;
  const own = places.map(({ before, after }) => `${before}${value}${after}`).find(isShellsOwn);
  return own === undefined ? null : `"${own}" is a word of the shell's own where a command's name stands`;
}

function placesOf(runbook: Runbook): ReadonlyMap<string, readonly CommandPlace[]> {
  const found = known.get(runbook) ?? findPlaces(runbook);
  known.set(runbook, found);
  return found;
}

function findPlaces(runbook: Runbook): ReadonlyMap<string, readonly CommandPlace[]> {
  const places = new Map<string, CommandPlace[]>();
  const texts = runbook.steps.flatMap((step) => (step.kind === 'command' ? [step] : step.offers));
  for (const { code, shell, slots } of texts) {
    for (const slot of slots) {
      if (slot.kind !== 'parameter') continue;
      const words = shell.commands.map(({ nameWord }) => nameWord).filter((each) => liesIn(slot, each));
      for (const { start, end } of words) {
        const all = places.get(slot.parameter) ?? [];
        all.push({ before: code.text.slice(start, slot.start), after: code.text.slice(slot.end, end) });
        places.set(slot.parameter, all);
      }
    }
  }
  return places;
}
