import type { CodeRange, ShellCommand } from '../../model/index.ts';

/** Programs whose first argument is a value and no subcommand. */
const WITHOUT_SUBCOMMANDS = /^(?:ssh|cd|ping|dig|nslookup|host|cat|less|tail|head|ls|rm|mkdir|touch|echo|grep|nc|telnet|curl|wget|kill|psql|mysql|scp|test|source|export|stat|chmod|chown|cp|mv|traceroute|mtr)$/;

/** Where a value is an exact argument of a command: never its name, an option or a subcommand. */
export function isArgument({ name, args }: ShellCommand, value: string): readonly CodeRange[] {
  return args.flatMap((word, index) => {
    if (word.value !== value) return [];
    const isSubcommand = /^[a-z][a-z:-]*$/.test(value) && !WITHOUT_SUBCOMMANDS.test(name) && args.slice(0, index).every(({ raw }) => /^[a-z][a-z:-]*$/.test(raw)) && index < 2;
    // Quotes stay where they are: only what is between them is replaced.
    const quote = /^(["']).*\1$/s.test(word.raw) ? 1 : 0;
    return isSubcommand ? [] : [{ start: word.start + quote, end: word.end - quote }];
  });
}
