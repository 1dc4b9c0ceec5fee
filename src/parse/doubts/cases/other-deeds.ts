import { beginningWith, having } from '../../../model/index.ts';
import { namesTask } from '../../markdown/index.ts';

/** What is done with a thing once, or when all else is lost, and what goes around a safety: "Uninstall", "Decommissioning", "Disaster recovery", "Restore from backup", "Factory reset", "Bypass the limit". */
const RARE_DEEDS = [
  beginningWith('decommission|decommissioning|uninstall|uninstalling|uninstallation|tear|tearing|teardown|destroy|destroying', /^(?:decommission(?:ing)?|uninstall(?:ing|ation)?|tear(?:ing)?[ -]down|teardown|destroy(?:ing)?)\b(?!.*\b(?:old|previous|former|existing)\b)/i),
  having('disaster', /^disaster\b/i),
  having('reset|wip|nuk|scratch', /^(?:factory|hard|full|complete)[- ]reset\b|^(?:wip(?:e|ing)|nuk(?:e|ing))\b|^reset(?:ting)?\s(?:everything|all|to factory)\b|\bfrom scratch$/i),
  having('restor|recover', /^(?:restor|recover)\w*\b.*\b(?:from\b.*\b(?:backups?|snapshots?|dumps?|archives?|scratch)|lost)\b/i),
  having('bypass|overrid|circumvent', /^(?:bypass|overrid|circumvent)\w*\b/i),
];

/** What is stopped or killed to see what comes of it: "Chaos test", "Testing the alert", "Game day". */
const TRIAL = having('test|chaos|drill|experiment|exercise|game day|rehears|simulat', /^(?:test(?:ing)?|simulat\w+|rehears\w+)\s|\b(?:chaos|failover|fail-over|load|stress|restore|recovery) (?:tests?|testing|drills?|experiments?|exercises?)$|^(?:chaos|game day)\b/i);
/** A title that says so of all of the file. */
const IS_TRIAL = /\b(?:test\w*|drills?|exercises?|chaos|game day|simulat\w+|rehears\w+)\b/i;
/** The same in a sentence: "To test the failover, kill the primary:", "Stop it to prove that the standby takes over:". */
const TO_TRY = having('to test|to simulate|to provoke|to prove|to demonstrate|to rehearse', /\bto (?:test|simulate|provoke|prove|demonstrate|rehearse)\b/i);

/** Whether a heading names a deed that a file with this title is not about; what names a task has its parts. */
export function isRareDeed(heading: string, title: string): boolean {
  return !namesTask(title) && RARE_DEEDS.some((deed) => deed.test(heading));
}

/** Whether a heading calls what is destroyed below it a trial, in a file that is not about one. */
export function isTrial(heading: string, title: string): boolean {
  return TRIAL.test(heading) && !IS_TRIAL.test(title);
}

/** Whether a sentence says that something is done for a trial. */
export function isForTrial(words: string): boolean {
  return TO_TRY.test(words);
}
