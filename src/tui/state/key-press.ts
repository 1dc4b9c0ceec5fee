/** A key as the terminal gives it. */
export interface KeyPress {
  /** `enter`, `newline`, `escape`, `tab`, `paste`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`, `backspace`, `delete`, `ctrl-` and a letter, or the character. */
  readonly name: string;
  /** Text that was typed or pasted; `''` for other keys. */
  readonly text: string;
}
