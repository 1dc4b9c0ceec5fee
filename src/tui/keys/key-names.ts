/** How a key is written, where its name is no letter. */
export const KEY_NAMES: Readonly<Record<string, string>> = { enter: 'Enter', tab: 'Tab', escape: 'Esc' };
