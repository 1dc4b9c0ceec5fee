import type { TextProps } from 'ink';
import type { Environment } from '../model/index.ts';

/** The roles of words, whose looks the theme defines. */
export type Role =
  | 'text' | 'muted' | 'heading' | 'strong' | 'emphasis' | 'strike' | 'link' | 'code'
  | 'accent' | 'good' | 'bad' | 'warn' | 'selected' | 'production'
  | 'command' | 'option' | 'string' | 'variable' | 'comment' | 'operator' | 'replaced' | 'example';

/** The look of a word, in Ink's properties. */
type Look = Pick<TextProps, 'color' | 'backgroundColor' | 'bold' | 'dimColor' | 'italic' | 'underline' | 'strikethrough' | 'inverse'>;

/** Looks by role, and whether marks beyond ASCII may be used. */
export interface Theme {
  readonly looks: Readonly<Record<Role, Look>>;
  readonly unicode: boolean;
}

/** The terminal's own sixteen colours, so that light and dark backgrounds both work; words carry the meaning, colour only helps. */
const COLOURS: Theme['looks'] = {
  text: {},
  muted: { dimColor: true },
  heading: { bold: true, color: 'cyan' },
  strong: { bold: true },
  emphasis: { italic: true },
  strike: { strikethrough: true },
  link: { underline: true },
  code: { color: 'cyan' },
  accent: { color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red', bold: true },
  warn: { color: 'yellow' },
  selected: { inverse: true },
  production: { inverse: true, bold: true, color: 'red' },
  command: { bold: true, color: 'cyan' },
  // Not blue, which many terminals draw too dark to be read on black.
  option: { color: 'cyan' },
  string: { color: 'green' },
  variable: { color: 'magenta' },
  comment: { dimColor: true },
  operator: { color: 'yellow' },
  replaced: { underline: true, bold: true },
  example: { underline: true, color: 'yellow' },
};

/** Without colour, weight and reverse still tell what matters. */
function withoutColour(looks: Theme['looks']): Theme['looks'] {
  const bare = Object.entries(looks).map(([role, look]) => [role, Object.fromEntries(Object.entries(look).filter(([name]) => name !== 'color'))]);
  return Object.fromEntries(bare) as Theme['looks'];
}

/** The theme that a terminal and its operator ask for. */
export function themeFor(env: Environment): Theme {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return { looks: (env['NO_COLOR'] ?? '') === '' ? COLOURS : withoutColour(COLOURS), unicode: /utf-?8/i.test(locale) };
}

/** The look of a word that has several roles; the last one wins where they differ. */
export function lookOf(theme: Theme, roles: readonly Role[]): Look {
  return Object.assign({}, ...roles.map((role) => theme.looks[role]));
}
