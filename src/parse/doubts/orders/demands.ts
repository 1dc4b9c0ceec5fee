import { beginningWith, having, oneOf } from '../../../model/index.ts';
import { namesTask } from '../../markdown/index.ts';

/** What has to be so before a command runs, told and not ordered. */

/** "Nobody may be logged in", "Nothing below may be run by day", "Must be approved by a manager". What must be done to a thing is an order. */
const HAS_TO_BE = oneOf(
  having('must|may|shall|has to|have to', /^(?!(?:you|we|i|then|now)\b|(?:no|nothing|nobody|none)\b.*\b(?:has|have) to\b)(?:[^.,;:]{0,60}\s)?(?:must|may|shall|has to|have to)\s(?:not |first |already |all )?be\s(?:present|absent|idle|empty|quiet|approved|agreed|authori[sz]ed|signed|logged|connected|writing|running|active|informed|aware|available|stopped|finished|done|complete)\b/i),
  having('must|may|shall|has to|have to', /^(?!(?:you|we|i)\b)[^.,;:]{0,60}\s(?:must|may|shall|has to|have to)\s(?:(?:already |first )?have\s(?:[\w-]+\s){0,2}?\w+(?:ed|en|nt)\b|only\sbe\b)/i),
  beginningWith('nobody|no|no-one|nothing|none', /^(?:nobody|no one|no-one|nothing|none|no other)\s(?:[\w-]+\s){0,3}?(?:may|must|is (?:allowed|to)|can|should)\b/i),
);
/** What has to be done before it: "The standby has to be upgraded first." */
const TO_BE_DONE_FIRST = having('first|before', /^[^.,;:]{1,60}\s(?:must|shall|should|has to|have to|needs? to)\s(?:[a-z]+\s)?be\s[a-z]+(?:ed|en|n|t)\s(?:first|before(?:hand)?)[\s.!]*$/i);
/** "Backups should be recent", "The freeze should have been announced", "The writers are expected to be off"; not what comes of the command: "It should be up within a minute". */
const OUGHT_TO_BE = having('should|ought|expected', /^(?!(?:you|we|i|this|that|then|now|it)\b)[^.,;:]{1,60}\s(?:should|ought to|(?:is|are) expected to)\s(?:not\s|never\s|all\s|first\s|now\s|already\s|still\s)?(?:be|have\sbeen)\s(?!(?:able|seamless|transparent|quick|fast|instant\w*|enough|familiar|(?:run|typed|executed|entered|done|performed)\s(?:from(?!\s\d)|in\s(?:the\s|this\s|that\s)?(?:\w+\s)?order|one by one))\b)(?![^.;:]*\b(?:within|afterwards?|soon|shortly|again|after (?:this|that|the))\b)/i);
/** "It's important that no writer is left", "It is essential to have a backup"; an order in such words is read as an order. */
const IMPORTANT = beginningWith('it', /^it(?:['’]s| is)\s(?:\w+ly\s|very\s|also\s)?(?:important|essential|crucial|vital|critical|imperative|paramount|mandatory|necessary|required)\sthat\b/i);
/** Circumstances in which alone it does no harm, or that it takes as given: "Only safe while the queue is empty", "This assumes a healthy standby". */
const SAFE_ONLY = having('safe|assumes', /\b(?:only safe|safe only)\b|^(?:(?:this|it|the (?:command|step|script|following)\w*)\s)?assumes\s(?!(?:that\s)?(?:you|your)\b)/i);
/** What people have to have found or said before: "Remove the old revision after validation". */
const AFTER_A_CHECK = having('validation|verification|approval|confirmation|signoff|sign-off|testing|review|acceptance', /\b(?:after|once|upon|following|pending)\s(?:(?:the|an?|your|our|full|successful|final)\s)*(?:validation|verification|approval|confirmation|sign-?off|testing|review|acceptance)\b(?!\s+(?:script|job|step|command)s?\b)/i);
/** Circumstances in which it is not to be done: "Do not run this while a backup is in progress", "not before 22:00", "never during the day". */
const NOT_WHILE = beginningWith('do|don|never|not|under|only', /^(?:(?:please\s+)?(?:do\s+not|don['’]t|never)\s+(?:run|use|execute|do|start|apply|type|call|attempt|try|continue|proceed|go)\b[^.:;]*\b(?:while|during|when|before|until|unless|without|if|outside|within|with|as long as|in|on|at)\b|(?:not|never)\s(?:before|until|yet|during|while|within|outside|on|in|at|by (?:day|night)|without)\b|under no circumstances\b|only\s(?!(?:takes|affects|touches|reads|shows|prints|logs|works|errors|warnings)\b)(?!(?:the|an?|one|two)\b[^.]*\b(?:is|are|keeps?|stays?|gets?|will)\b))/i);
/** What must never be so beside something else: "The two schedulers must never run at the same time". */
const NEVER_BESIDE = having('must|may|shall', /^[^.,:;]{2,60}\s(?:must|may|shall)\s(?:never|not)\s[^.:;]*\b(?:at the same time|at once|together|in parallel|simultaneously|concurrently|while|during|before|until)\b/i);
/** What is not to be used at all, wherever that is: "Do not use the pop-up on the second page"; not "Do not use the script on Fridays". */
const USES_OTHER = beginningWith('do|don|never', /^(?:do\s+not|don['’]t|never)\s+use\s+(?:the|an?|any|your|our)\s(?!(?:[\w-]+\s){0,3}(?:commands?|scripts?|tools?|procedure|runbook|playbook|steps?|options?|method|following)\b)(?![^.:;]*\b(?:while|during|when|before|until|unless|without|if|as long as)\b)/i);
/** The same turned round: "Run only with the commander's okay". */
const ONLY_WITH = having('only', /^(?:please\s+)?(?:run|use|execute|do|start|apply|type|continue|proceed)\b[^.:;]{0,40}\bonly\s(?:with|by|from|during|within|outside|at|between|together)\b/i);
/** A question to whoever reads it: "Are you in the right account?" Other questions the command answers. */
const QUESTION = having('?', /\b(?:are|have|did|do|were)\s(?:you|we|all|everybody|everyone)\b[^?]*\?\s*$/i);

/** "Never restart it while somebody is writing." */
const FORBIDS = beginningWith('do|don|never', /^(?:do\snot|don['’]t|never)\s(?<verb>[a-z]{3,})\b[^.:;]*\b(?:while|during|before|until|unless|without|outside)\b/i);

/** Whether a sentence says when what stands below is not to be done; what else is not to be done is told. */
export function forbids(words: string, known: string): boolean {
  const verb = FORBIDS.exec(words)?.groups?.['verb'];
  return verb !== undefined && new RegExp(`(?<![a-z])${verb}`, 'i').test(known);
}

/** When or by whom alone it may be done: "The restart is only allowed on weekends", "Execution is permitted solely within the window". */
const PERMITTED = having('allowed|permitted|authori|forbidden|prohibited', /^(?<what>[^.,;:]{2,40}?)\s(?:is|are)\s(?:(?:only|solely|exclusively|strictly|not|never)\s(?:allowed|permitted|authori[sz]ed)|(?:allowed|permitted|authori[sz]ed)\s(?:only|solely|exclusively)|(?:strictly\s)?(?:forbidden|prohibited))\b/i);

/** Whether a sentence says when what is done here is permitted; of other things it is told. */
function saysWhenPermitted(words: string): boolean {
  const what = PERMITTED.exec(words)?.groups?.['what'];
  return what !== undefined && (/^(?:this|it)\b/i.test(what) || namesTask(what));
}

/** Whether a sentence says what has to be so for the command below it. */
export function demandsState(words: string): boolean {
  return saysWhenPermitted(words) || (NOT_WHILE.test(words) && !USES_OTHER.test(words)) || [HAS_TO_BE, TO_BE_DONE_FIRST, IMPORTANT, SAFE_ONLY, AFTER_A_CHECK, ONLY_WITH, NEVER_BESIDE, QUESTION].some((kind) => kind.test(words));
}

/** Whether a sentence says how things should be before the command; above a check it says what that shows. */
export function saysWhatShouldBe(words: string): boolean {
  return OUGHT_TO_BE.test(words);
}

/** Words by which a sentence of prose asks for something, which in what leads to the command may well be an order to run it. */
const ASKED_FOR = oneOf(
  /** "All writers have to be off." Where it is to be typed is told. */
  having('must|shall|has to|have to', /^(?!(?:no|nothing|nobody|none)\b.*\b(?:has|have) to\b).*\b(?:must|shall|has to|have to)\b(?! be (?:in|at|inside) (?:the|your) (?:\w+ )?(?:root|folder|directory|repo))/i),
  having('better|mandatory|may', /\b(?:had better|mandatory|may (?:not|only))\b/i),
  /** "No deploys may be in progress." */
  beginningWith('no', /^no\s[^.,;:]{1,60}\s(?:may|must|should|can)\b/i),
  having('forget', /^(?:do not|don['’]t|never) forget\b/i),
  /** "Have the consent in the ticket."; not "Have kubectl installed". */
  beginningWith('have', /^have\s(?!a look\b|[^.]*\b(?:installed|access|rights)\b)/i),
  having('person|people|engineer|operator', /^(?:(?:you|we|this) (?:will )?needs? )?(?:only )?(?:one|two|both) (?:person|people|engineer|operator)s?\b/i),
);

/** What a procedure is said to show or to do, in which a "must" demands nothing: "This procedure validates that it must not start." */
const TELLS_OF_ITSELF = beginningWith('this', /^this\s(?:procedure|runbook|section|page|test|check|drill)\s(?!(?:requires|needs|assumes|expects|has|is|does|relies|depends)\b)[a-z]+s\b/i);

/** Whether a sentence of the prose above a block demands something. */
export function demandsSomething(words: string): boolean {
  return ASKED_FOR.test(words) && !TELLS_OF_ITSELF.test(words);
}

/** What whoever runs it has installed, or may do. */
export const EQUIPMENT = /\b(?:install(?:ed)?|access|rights?|privileges?|permissions?|credentials?|vpn|logged in|authenticated|account)\b/i;
