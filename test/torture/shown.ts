import { hostileText } from './hostile-text.ts';
import { secrets } from './secrets.ts';
import { runSection } from './trial.ts';

// Sections by name, or both: `node test/torture/shown.ts secrets`.
const wanted = process.argv.slice(2);
let wrong = 0;
for (const section of [secrets, hostileText]) if (wanted.length === 0 || wanted.includes(section.name)) wrong += await runSection(section);
process.exitCode = wrong === 0 ? 0 : 1;
