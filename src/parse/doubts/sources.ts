import { type AlternativeGroup, type Choice, type CodeRange, type CommandStep, type DoubtAnswer, fileOffset, type Piece } from '../../model/index.ts';
import type { CommandDraft, StepDraft } from '../blocks/index.ts';
import type { Collected, Document } from '../markdown/index.ts';
import type { Role, SectionDraft } from '../sections/index.ts';

/** The input for finding doubts about a block. */
export interface DoubtSources {
  readonly document: Document;
  readonly collected: Pick<Collected, 'paragraphs' | 'headings' | 'codes' | 'html' | 'footnotes'>;
  readonly sections: readonly SectionDraft[];
  /** What each of them is for. */
  readonly roles: readonly Role[];
  readonly alternatives: readonly AlternativeGroup[];
  /** The section under the title; its heading names the whole file and raises no doubt. */
  readonly titled: number;
  /** Whether the prose of the file is English: looked for only where a piece needs it. */
  readonly isEnglish: () => boolean;
  /** The sections that are each for a case of their own. */
  readonly ownCases: ReadonlySet<number>;
  /** The sections whose headings raise no doubt, as where a person has chosen one of them. */
  readonly chosen: ReadonlySet<number>;
  readonly contexts: readonly ContextsTold[];
  /** Lists of the file that say which section is for which case: looked for once, and only if a piece needs them. */
  readonly caseLists: () => readonly CaseList[];
  /** Where two versions of the text stand one below the other. */
  readonly conflicts: readonly CodeRange[];
  /** The blocks that are another one with its blanks filled in. */
  readonly examples: ReadonlySet<CommandDraft>;
  readonly draft: CommandDraft;
  /** The block right before it in its section. */
  readonly before: CommandDraft | null;
  /** The step before it in its section, also one by hand. */
  readonly last: StepDraft | null;
  /** What the prose above the block asks for by hand: looked for once for all its pieces, and only if one of them needs it. */
  readonly byHand: () => Found | null;
  /** The code of the block without its comments, made once for all its pieces. */
  readonly bareCode: () => string;
}

/** A list of cases, each of which sends to a section. */
export interface CaseList {
  /** The section that it stands in. */
  readonly section: number;
  /** Offset in the file. */
  readonly at: number;
  readonly cases: readonly { readonly text: string; /** The link: `#grow-the-disk`. */ readonly url: string }[];
}

/** Programs of which two commands or more of the file are told which cluster or account to act on. */
export interface ContextsTold {
  readonly programs: RegExp;
  /** The options that tell it. */
  readonly option: RegExp;
  /** The variables before a command that tell it. */
  readonly variable: RegExp;
  readonly commands: readonly Found[];
  /** The offset in the file from which something else has set it; `Infinity` where nothing does. */
  readonly setFrom: number;
}

/** Words that raise a doubt, before they are located in the file. */
export interface Found {
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
  /** The section whose heading it is; `null` for words elsewhere. */
  readonly section?: number;
  /** Whether they are about the whole block, so that skipping skips the rest of the block. */
  readonly block?: boolean;
  /** The possible answers, if they are fewer than those of its kind. */
  readonly answers?: readonly DoubtAnswer[];
}

/** Whether a shell could parse the piece as it is. */
export function parses({ shell, fence }: CommandDraft, piece: Piece): boolean {
  return fence?.closed !== false && !shell.errors.some(({ offset }) => offset >= piece.start && offset <= piece.end) && !shell.heredocs.some(({ start, closed }) => !closed && start >= piece.start && start < piece.end);
}

/** The choice that a step is part of. */
export function choiceOf({ alternatives }: Pick<DoubtSources, 'alternatives'>, { alternative }: CommandStep): Choice | undefined {
  return alternative === null ? undefined : alternatives[alternative.group]?.choices[alternative.choice];
}

/** Whether a piece does more than read, as far as is known. */
export function acts({ effect: { effect } }: Piece): boolean {
  return effect !== 'reads';
}

/** All that stands in the file above an offset, but for the headings, which name what is yet to be done. */
export function textAbove({ document, sections }: DoubtSources, offset: number): string {
  const opened = sections.filter(({ headingRange }) => headingRange.end <= offset);
  return opened.map(({ headingRange: { end } }, index) => document.source.text.slice(end, opened[index + 1]?.headingRange.start ?? offset)).join('\n');
}

/** Offset in the file of an offset into the code of a block. */
export function placeOf(draft: CommandDraft, at: number): number {
  return fileOffset(draft.code, at);
}

/** A part of a block without its comments. */
export function withoutComments({ code, shell }: CommandDraft, { start, end }: CodeRange): string {
  const comments = shell.comments.filter((comment) => comment.start >= start && comment.end <= end);
  return comments.reduceRight((text, comment) => text.slice(0, comment.start - start) + text.slice(comment.end - start), code.text.slice(start, end));
}
