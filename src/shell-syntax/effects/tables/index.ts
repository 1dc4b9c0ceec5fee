import { CLOUD } from './cloud.ts';
import { DATA } from './data.ts';
import { DEVELOPMENT } from './development.ts';
import { FLEET } from './fleet.ts';
import { KUBERNETES } from './kubernetes.ts';
import { SYSTEM } from './system.ts';
import { UNIX } from './unix.ts';

export { WRAPPERS_THEMSELVES } from './wrappers.ts';

/** What is known of programs. */
export const EFFECT_TABLES: readonly string[] = [UNIX, SYSTEM, KUBERNETES, CLOUD, DATA, DEVELOPMENT, FLEET];
