/** Verbs of orders that no command carries out, by what a person does. Each list below is made of some of them. */
const VERBS = {
  /** Reads or looks, for which nothing has to be done first. */
  look: 'consider determine identify look monitor observe open read watch',
  /** Finds out, writes down or tells, which has to be done. */
  findOut:
    'acknowledge analyze announce assess beware check compare confirm count decide describe diagnose discuss document double-check ensure evaluate examine gather inform inspect investigate ' +
    'mark measure notify plan prepare recheck record review share study tell test think track understand validate verify view visit write',
  /** Is pointed to something, or reminded of it. */
  remember: 'refer remember recall keep expect mind',
  /** Takes a value from somewhere, or gives it. */
  value: 'see note find copy pick choose set',
  /** Changes a value in what is run. */
  fillIn: 'replace adjust substitute specify change assume use give allow',
  /** Goes where the command is typed, or runs it. */
  go: 'go navigate switch run execute',
  /** Does what stands below. */
  begin: 'type enter issue do repeat skip follow continue proceed try start begin',
  /** Gets to another machine. */
  logIn: 'log ssh connect',
};

function verbs(...kinds: readonly (keyof typeof VERBS)[]): ReadonlySet<string> {
  return new Set(kinds.flatMap((kind) => VERBS[kind].split(' ')));
}

/** Verbs of what a person does, and no command that changes something: to look, to find out, to write down, to tell. */
export const BY_A_PERSON = verbs('look', 'findOut');
/** Verbs of orders that ask for no deed of their own: to read or watch, to find or give a value, to go somewhere, to run what stands below. */
export const NO_DEED = verbs('look', 'remember', 'value', 'fillIn', 'go', 'begin');
/** Verbs of deeds that lead to where the command is typed, or give what it needs. */
export const LEADS_THERE: ReadonlySet<string> = new Set([...verbs('value', 'go', 'logIn'), 'open']);
