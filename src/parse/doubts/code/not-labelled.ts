import { fileOffset, lineAt, type Piece, startsIn } from '../../../model/index.ts';
import type { DoubtSources, Found } from '../sources.ts';

/** A block that nobody labelled and that has no prompts, although it is plainly commands; or a line without the prompt that others of its block have. */
export function notLabelled({ draft }: DoubtSources, piece: Piece): Found | null {
  if (draft.fence === null) return null;
  if (!draft.fence.plainly) return withoutPrompt(draft, draft.fence.unprompted, piece);
  const label = draft.fence.language === '' ? 'the block has no language' : `the block is labelled "${draft.fence.language}"`;
  return { text: label, at: draft.range.start, block: true };
}

/** It may be output all the same: of a script that is shown, of a crontab. */
function withoutPrompt({ code, shell }: DoubtSources['draft'], unprompted: NonNullable<DoubtSources['draft']['fence']>['unprompted'], piece: Piece): Found | null {
  const place = shell.commands.map(({ start }) => ({ start, at: fileOffset(code, start) })).find(({ start, at }) => startsIn({ start }, piece) && unprompted.some((range) => startsIn({ start: at }, range)));
  return place === undefined ? null : { text: `no prompt before "${lineAt(code.text, place.start).trim().slice(0, 120)}", as others of the block have`, at: place.at };
}
