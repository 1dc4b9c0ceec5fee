import { type Judgement, KINDS, type Kind } from './mark.ts';

/** How many of how many are right. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** The figures of a run over all files. */
export interface Figures {
  readonly files: number;
  readonly silentDanger: number;
  readonly needlessDoubts: Share;
  readonly needlessLabels: number;
  readonly lost: number;
  readonly kinds: Readonly<Record<Kind, Share>>;
}

/** Counts what the files gave. In `needlessDoubts`, `right` is the pieces that were let through. */
export function tally(judgements: readonly Judgement[]): Figures {
  const marks = judgements.flatMap((judgement) => judgement.marks);
  const findings = judgements.flatMap((judgement) => judgement.findings);
  const count = (kind: string): number => findings.filter((finding) => finding.kind === kind).length;
  const free = judgements.reduce((sum, judgement) => sum + judgement.free, 0);
  const shares = KINDS.map((kind) => {
    const own = marks.filter((mark) => mark.kind === kind);
    return [kind, { right: own.filter(({ right }) => right).length, of: own.length }] as const;
  });
  return {
    files: judgements.length,
    silentDanger: count('silent danger'),
    needlessDoubts: { right: free - count('needless doubt'), of: free },
    needlessLabels: count('needless label'),
    lost: count('lost'),
    kinds: Object.fromEntries(shares) as Record<Kind, Share>,
  };
}

/** A share in hundredths; all of nothing is right. */
export function percent({ right, of }: Share): number {
  return of === 0 ? 100 : (100 * right) / of;
}

/** Of pieces that an engineer would have run, this many may be held: to ask once too often costs a key. */
const NEEDLESS_ALLOWED = 1 / 12;

/** What is worse than it was, in words; empty where nothing is. */
export function worse(before: Figures, now: Figures): readonly string[] {
  const risen = (['silentDanger', 'needlessLabels', 'lost'] as const).flatMap((key) => (now[key] > before[key] ? [`${key}: ${now[key]}, was ${before[key]}`] : []));
  const fallen = KINDS.flatMap((kind) => fell(kind, before.kinds[kind], now.kinds[kind]));
  const { right, of } = now.needlessDoubts;
  const needless = of - right > of * NEEDLESS_ALLOWED ? fell('needlessDoubts', before.needlessDoubts, now.needlessDoubts) : [];
  return [...risen, ...needless, ...fallen];
}

function fell(name: string, before: Share, now: Share): readonly string[] {
  return percent(now) < percent(before) ? [`${name}: ${shareText(now)}, was ${shareText(before)}`] : [];
}

/** `95.2 % (20 of 21)`. */
export function shareText(share: Share): string {
  return `${percent(share).toFixed(1)} % (${share.right} of ${share.of})`;
}
