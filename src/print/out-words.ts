/** Why something is out, without the flag that would bring it in: in a walk it is chosen or gone to. */
export function outWords(reason: string): string {
  return reason.replace(/; --section [^;]*$/, '');
}
