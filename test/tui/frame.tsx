import { renderToString } from 'ink';
import type { JSX } from 'react';
import { ThemeContext } from '../../src/tui/hooks/use-theme.ts';
import { themeFor } from '../../src/tui/theme.ts';

/** A component as it is drawn in so many cells, without colours; `LANG` decides whether marks beyond ASCII are used. */
export function frame(element: JSX.Element, columns = 40, env: Readonly<Record<string, string>> = { LANG: 'C.UTF-8', NO_COLOR: '1' }): string {
  return renderToString(<ThemeContext value={themeFor(env)}>{element}</ThemeContext>, { columns });
}
