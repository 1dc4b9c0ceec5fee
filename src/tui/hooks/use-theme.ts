import { createContext, useContext } from 'react';
import { themeFor } from '../theme.ts';
import type { Theme } from '../theme.ts';

/** The theme of the screen: set once, at its root. */
export const ThemeContext = createContext<Theme>(themeFor({}));

/** How things look here. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
