import type { Parameter, Runbook } from '../../model/index.ts';
import type { Refused } from '../problems.ts';

/** What stands before each parameter in the same path or address, found once per runbook. */
const known = new WeakMap<Runbook, ReadonlyMap<string, readonly string[]>>();

/** The path or the address that a word has begun with: `/dev/`, `https://`. */
const BEGUN = /(?:[a-z][a-z\d+.-]*:\/\/|~?\/)[^\s"'`$(){}<>|;&=]*$/i;

/** Why a value may not stand there, or `null`: `/dev/sdb` in place of the `sdX` of `/dev/sdX` would be `/dev//dev/sdb`. */
export function refuseRepeated(runbook: Runbook, { name, pattern }: Parameter, value: string): Refused | null {
  if (pattern !== null) return null;
  const begun = headsOf(runbook).get(name)?.find((head) => (head.endsWith('://') ? value.includes('://') : head.length > 1 && value.startsWith(head)));
  if (begun === undefined) return null;
  const rest = begun.endsWith('://') ? value.slice(value.indexOf('://') + 3) : value.slice(begun.length).replace(/^\/+/, '');
  return { why: `"${value}" would come after "${begun}", which is written there already`, advice: `give what comes after it${rest === '' ? '' : `: ${rest}`}` };
}

function headsOf(runbook: Runbook): ReadonlyMap<string, readonly string[]> {
  const found = known.get(runbook) ?? findHeads(runbook);
  known.set(runbook, found);
  return found;
}

function findHeads(runbook: Runbook): ReadonlyMap<string, readonly string[]> {
  const texts = runbook.steps.flatMap((step) => (step.kind === 'command' ? [step] : step.offers));
  const heads = texts.flatMap(({ code: { text }, slots }) =>
    slots.flatMap((slot) => {
      const head = slot.kind === 'parameter' ? BEGUN.exec(text.slice(Math.max(0, slot.start - 200), slot.start))?.[0] : undefined;
      return head === undefined || slot.kind !== 'parameter' ? [] : [{ name: slot.parameter, head }];
    }),
  );
  return new Map([...Map.groupBy(heads, ({ name }) => name)].map(([name, all]) => [name, all.map(({ head }) => head)]));
}
