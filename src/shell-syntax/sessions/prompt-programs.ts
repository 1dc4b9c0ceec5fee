/** Programs by what their prompts are called; checked in order. `psql` asks at the name of a database. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mysql|MariaDB)$/, 'mysql'],
  [/^sqlite$/, 'sqlite3 x.db'],
  [/^(?:redis|(?:\d{1,3}\.){3}\d{1,3}:\d+|[\w.-]+:\d{4,5})$/, 'redis-cli'],
  [/^cqlsh$/, 'cqlsh'],
  [/^[\w-]+$/, 'psql'],
];

/** Other prompts, of programs whose language nobody here reads. */
const OTHERS = /^(?:mongos?|rs\d*|test|admin|irb|pry|hbase|gpg|s?ftp|lftp|telnet|ghci|scala|julia|spark-sql|ceph|nslookup|parted|ksqldb?|gdb|lldb|Pdb|iex|virsh|influx)$/;

/** The command that would have opened the program with such a prompt. */
export function programAt(prompt: string): string {
  return OTHERS.test(prompt) ? 'python3' : (PROGRAMS.find(([name]) => name.test(prompt))?.[1] ?? 'python3');
}
