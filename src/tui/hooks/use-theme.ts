import { createContext, useContext } from 'react';
import { type Theme, themeFor } from '../theme.ts';

/** The theme of the screen: set once, at its root. */
export const ThemeContext = createContext<Theme>(themeFor({}));

/** The current theme. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
