import type { ShellWord } from '../model/index.ts';
import type { Invocation } from './invocation.ts';

const CLIENTS: ReadonlySet<string> = new Set('psql gitlab-psql gitlab-geo-psql mysql mariadb sqlite3 cqlsh clickhouse-client bq sqlcmd mongo mongosh cockroach-sql influx redis-cli valkey-cli'.split(' '));
const OPTIONS: ReadonlySet<string> = new Set(['-c', '--command', '-e', '--execute', '--eval', '-q', '--query', '-Q', '-cmd']);
const STATEMENT = /\b(drop\s+(?:table|database|schema|index|column|view|user|role|keyspace|measurement|materialized|sequence|type|function|trigger|owned|constraint|extension|if)|truncate(?=\s)|delete\s+from|update\s+\S+\s+set|alter\s+(?:table|system|database|role|user)|reindex(?=\s)|vacuum\s+full|pg_terminate_backend|pg_cancel_backend|pg_promote|flush\s+\w+|flush(?:all|db)\b|kill\s+\d+|(?:drop|delete(?:one|many)|remove|dropdatabase|stepdown|shutdownserver)(?=\())/i;

/** The SQL that a database client is given destroys or changes data: its words, else `null`. */
export function sqlHazard(command: Invocation, inputs: readonly ShellWord[]): readonly ShellWord[] | null {
  if (!CLIENTS.has(command.program)) return null;
  const given = command.options.filter(({ name }) => OPTIONS.has(name)).map(({ value, word }) => ({ text: value ?? '', word: argumentAfter(command, word, value) }));
  const positional = command.positionals.filter(({ raw }) => /\s/.test(raw)).map((word) => ({ text: word.value ?? word.raw, word }));
  for (const { text, word } of [...given, ...positional, ...inputs.map((word) => ({ text: word.value ?? word.raw, word }))]) {
    const found = STATEMENT.exec(text)?.[0];
    if (found === undefined) continue;
    const at = word.raw.indexOf(found);
    const start = word.start + Math.max(at, 0);
    return [{ raw: found, value: found.replace(/\s+/g, ' '), start, end: at < 0 ? word.end : start + found.length }];
  }
  return null;
}

function argumentAfter(command: Invocation, option: ShellWord, value: string | null): ShellWord {
  const next = command.args[command.args.indexOf(option) + 1];
  return next !== undefined && (next.value ?? next.raw) === value ? next : option;
}
