/** A prompt that is not this machine's shell. */
export interface PlacePrompt {
  /** `host` is another machine or container, `shell` some shell that is not this one, `program` one with a language of its own. */
  readonly kind: 'host' | 'shell' | 'program';
  /** What it is called: `root@db01`, `bash-5.1`, `mysql`. */
  readonly name: string;
  /** How many characters of the line it takes, blanks after it included. */
  readonly length: number;
}

/** Prompts by what they look like; the first group is the name. Checked in order. */
const PROMPTS: readonly (readonly [PlacePrompt['kind'], RegExp])[] = [
  ['host', /^\[([\w.-]{1,64}@[\w.-]{1,64})[^\]\n]{0,80}\][ \t]?#[ \t]+(?=\S)/],
  ['host', /^([\w.-]{1,64}@[\w.-]{1,64}):[^\s$#%>]{0,80}#[ \t]+(?=\S)/],
  // As SUSE writes it, `db01:~ # `, and switches and routers that are being configured.
  ['host', /^([A-Za-z][\w.-]{0,63}):[~/][^\s$#%>]{0,80}[ \t]?#[ \t]+(?=\S)/],
  ['host', /^([A-Za-z][\w.-]{0,63})\(conf(?:ig)?[\w/.-]{0,40}\)#[ \t]+(?=\S)/],
  ['shell', /^((?:ba|z|k|da|a)?sh-\d[\d.]*)[#$][ \t]+(?=\S)/],
  ['shell', /^(\/[\w./-]*|~)[ \t]#[ \t]+(?=\S)/],
  ['shell', /^(PS)(?:[ \t]+[A-Za-z]:[^>\n]{0,120}|[ \t]+\/[^>\n]{0,120})?>[ \t]*(?=\S)/],
  ['shell', /^([A-Za-z]:\\)[^>\n]{0,120}>[ \t]*(?=\S)/],
  ['program', /^(mysql|MariaDB|sqlite|redis|mongos?|test|admin|psql|cqlsh|ksql|gpg|s?ftp|lftp|telnet|ghci|scala|julia|spark-sql|hive|presto|trino|SQL|ceph|nslookup|parted|pry|ksqldb|clickhouse|duckdb|influx|virsh|beeline)(?:[ \t]?[([][^)\]\n]{0,60}[)\]])?(?::[\w.-]{1,30})?[ \t]?[>#][ \t]+(?=\S)/],
  ['program', /^((?:\d{1,3}\.){3}\d{1,3}:\d{2,5}|[\w.-]{1,60}:\d{4,5})(?:\[\d+\])?>[ \t]+(?=\S)/],
  ['program', /^(?:\[[^\]\n]{1,60}\][ \t])?([\w-]{1,40}):(?:PRIMARY|SECONDARY|ARBITER)>[ \t]+(?=\S)/],
  ['program', /^([\w-]{1,63})[=\-(!^*'][>#][ \t]+(?=\S)/],
  ['program', /^(irb|pry|hbase|[\w-]{1,40}|)\((?:main|\d+)\)(?::\d{1,4}){0,2}(?::\d+)?[>*][ \t]+(?=\S)/],
  ['program', /^\[\d+\][ \t](pry|\w{1,40})\([^)\n]{0,40}\)>[ \t]+(?=\S)/],
  ['program', /^\((gdb|lldb|Pdb)\)[ \t]+(?=\S)/],
  ['program', /^(>>>)[ \t]+(?=\S)/],
  ['program', /^(In \[\d+\]):[ \t]+(?=\S)/],
  ['program', /^(iex)\(\d+\)>[ \t]+(?=\S)/],
];

/** The prompt of another machine or program at the start of a line, or `null`. */
export function placePrompt(line: string): PlacePrompt | null {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const text = line.slice(indent);
  for (const [kind, pattern] of PROMPTS) {
    const match = pattern.exec(text);
    if (match !== null) return { kind, name: match[1] ?? '', length: indent + match[0].length };
  }
  return null;
}

/** A name with a number, as machines have it: `ncn-m001`, `db2`. */
const MACHINE = /\d/;

/** A word that is the prompt of a whole block: `main# …`. `db> …` counts only if it is there twice, because a lone `>` redirects. `user@host` may be the author's own machine: the caller decides. */
function repeatedPrompt(text: string): PlacePrompt | null {
  const [, name = '', sign = ''] = /^[ \t]*([A-Za-z][\w.:~/-]{0,60})([$#>])[ \t]+\S/.exec(text.replace(/^\s*\n/, '')) ?? [];
  const prompt = `${name}${sign} `;
  const times = text.split('\n').filter((line) => line.trimStart().startsWith(prompt)).length;
  if (name === '' || (sign === '>' && times < 2)) return null;
  return { kind: sign !== '>' && MACHINE.test(name) ? 'host' : 'program', name, length: prompt.length };
}

/** The prompt that a block's first line begins with, if it belongs to another machine or program. */
export function blockPrompt(text: string): PlacePrompt | null {
  const line = text.split('\n').find((each) => each.trim() !== '') ?? '';
  return placePrompt(line) ?? repeatedPrompt(text);
}
