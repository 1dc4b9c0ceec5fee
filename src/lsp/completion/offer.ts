/** A text that can stand where the cursor is. */
export interface Offer {
  readonly text: string;
  /** What of it was typed before the cursor: it is replaced. */
  readonly typed: string;
  readonly kind: 'file' | 'folder' | 'heading' | 'pin' | 'value' | 'rule' | 'word' | 'target' | 'parameter';
  readonly detail: string;
}

/** Texts that begin with what was typed, in whatever case. */
export function offers(kind: Offer['kind'], typed: string, texts: readonly (readonly [text: string, detail: string])[]): readonly Offer[] {
  const unique = new Map(texts.filter(([text]) => text.toLowerCase().startsWith(typed.toLowerCase())));
  return [...unique].map(([text, detail]) => ({ text, typed, kind, detail }));
}
