import type { Pins } from './pins.ts';

/** The program that reads a step's code: a shell where no pin names another. */
export function interpreterOf({ interpreter }: Pins): string {
  return interpreter?.value.trim().split(/\s+/)[0] ?? 'bash';
}

/** Whether it is a shell, which expands variables, and whose commands are known. */
export function isShellName(program: string): boolean {
  return /^(?:.*\/)?(?:ba|da|k|mk|z)?sh$/.test(program);
}
