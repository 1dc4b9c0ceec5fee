/** What is counted, in the order of the table. */
export const KINDS = ['steps', 'in or out', 'pieces', 'effects', 'place', 'doubts', 'gates', 'parameters', 'expectations', 'manner', 'offers', 'alternatives', 'metadata', 'targets'] as const;

/** One kind of judgement. */
export type Kind = (typeof KINDS)[number];

/** One judgement: right or wrong, and where. */
export interface Mark {
  readonly kind: Kind;
  readonly right: boolean;
  readonly file: string;
  readonly line: number;
  readonly wanted: string;
  readonly found: string;
}

/** A leading figure's case. */
export interface Finding {
  readonly kind: 'silent danger' | 'needless doubt' | 'needless label' | 'lost';
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** All that one file gave. */
export interface Judgement {
  readonly marks: readonly Mark[];
  readonly findings: readonly Finding[];
  /** Command pieces that an engineer would have run as they stand: what needless doubts are counted against. */
  readonly free: number;
}

/** A file under judgement: what its marks are called by. */
export interface Place {
  readonly file: string;
  /** The line on which a text stands, looked for from a line on; 1 where it is not found. */
  readonly lineOf: (text: string, from?: number) => number;
}

/** The same file, where every text stands on this line. */
export function onLine({ file }: Place, line: number): Place {
  return { file, lineOf: () => line };
}

/** Says right or wrong of one thing. */
export function mark(kind: Kind, place: Place, at: string, said: { readonly right: boolean; readonly wanted: string; readonly found: string }): Mark {
  return { kind, file: place.file, line: place.lineOf(at), ...said };
}
