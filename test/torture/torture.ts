import { parseArgs } from 'node:util';
import { faults } from './faults.ts';
import { files } from './files.ts';
import { hostileText } from './hostile-text.ts';
import { kills } from './kills.ts';
import { secrets } from './secrets.ts';
import { screens } from './screens/screens.ts';
import { steps } from './steps.ts';
import { places } from './places.ts';
import { temporal } from './temporal.ts';
import { named, runSection, type Section, share } from './trial.ts';
import { values } from './values.ts';

/** What the program is tried with; one file each. */
const SECTIONS: readonly Section[] = [values, kills, places, steps, faults, files, secrets, hostileText, screens, temporal];

/**
 * `npm run torture [-- section …] [--share 10] [--named words]`: every trial of the sections, or of each so many per cent, evenly taken; or those whose name has the words in it.
 * Prints what was tried and what is wrong; ends with status 1 where anything is.
 */
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { share: { type: 'string', default: '100' }, named: { type: 'string', default: '' } } });
let wrong = 0;
for (const section of SECTIONS) if (positionals.length === 0 || positionals.includes(section.name)) wrong += await runSection(share(named(section, options.named), Number(options.share)));
process.exitCode = wrong === 0 ? 0 : 1;
