/** Verbs of orders that no command carries out, by what a person does. Each list below is made of some of them. */
const VERBS = {
  /** Reads or looks, for which nothing has to be done first. */
  look: 'consider determine identify look monitor observe open read watch',
  /** Finds out or writes down, which has to be done. */
  findOut:
    'acknowledge analyze assess beware check compare confirm count describe diagnose document double-check ensure evaluate examine gather inspect investigate ' +
    'mark measure plan prepare recheck record review study test think track understand validate verify view visit write',
  /** Tells others, or settles something. */
  tell: 'announce decide discuss inform notify share tell',
  /** Is pointed to something, or reminded of it. */
  remember: 'refer remember recall keep expect mind',
  /** Shows something: what stands below is what is shown. */
  print: 'display get list obtain output print query receive return say search show',
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
export const BY_A_PERSON = verbs('look', 'findOut', 'tell');
/** Verbs of orders that ask for no deed of their own: to read or watch, to find or give a value, to go somewhere, to run what stands below. */
export const NO_DEED = verbs('look', 'remember', 'value', 'fillIn', 'go', 'begin');
/** Verbs of orders that ask for no deed below the block whose output they speak of: "Verify that the port is closed.", "Pick the newest.", "Capture the output." */
export const NO_DEED_BELOW: ReadonlySet<string> = new Set([...NO_DEED, ...verbs('findOut', 'print'), 'capture', 'save', 'store']);
/** And those that ask for none in a section without a block, where there is no value to be given. */
export const NO_DEED_ALONE: ReadonlySet<string> = new Set([...verbs('look', 'remember', 'go', 'begin', 'print'), ...'see note find pick choose use assume give allow specify adjust substitute'.split(' ')]);
/** Verbs of orders that lead to what is no more than looked at, or compared with what a command printed: "Look for lines like:", "Verify that it contains:". */
export const ONLY_LOOKED_AT: ReadonlySet<string> = new Set([...verbs('look', 'remember', 'print'), ...'see note find check compare confirm ensure examine inspect recheck review study validate verify view'.split(' ')]);
/** Verbs of deeds that lead to where the command is typed, or give what it needs. */
export const LEADS_THERE: ReadonlySet<string> = new Set([...verbs('value', 'go', 'logIn'), 'open']);
