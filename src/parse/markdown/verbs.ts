const VERBS =
  'abort access acknowledge activate add adjust allow analyze announce append apply approve ask assign attach authenticate back backup block boot bootstrap bounce bring build bump calculate call cancel capture change check chmod choose chown clean ' +
  'clear click clone close collect commit compare compile compress compute configure confirm connect consider contact continue convert copy cordon count create cut deactivate decide declare decode decommission decompress decrease decrypt define ' +
  'defragment delete demote deploy deprovision deregister describe destroy detach determine diagnose disable discard disconnect dismiss distribute divert do document double-check downgrade download drain drop dump edit eject elect emit empty enable ' +
  'encode encrypt enroll ensure enter erase escalate establish evacuate evaluate evict examine exec execute exit expand expire export expose extract fail fetch fill filter finalize find finish fix flip flush follow force freeze gather generate get ' +
  'give go grab grant grep halt hand identify ignore impersonate import increase inform initialise initialize initiate inject insert inspect install instantiate integrate invalidate investigate invite invoke isolate issue join jump keep kill label ' +
  'launch leave let list load locate lock log look lower maintain make mark mend merge migrate modify monitor mount move mute name navigate normalize note notify nudge observe obtain omit open optimize override page pass paste patch pause perform permit pick pin ' +
  'ping place plug point populate post postpone prepare prepend preserve press prevent print proceed promote propagate provide provision prune publish pull purge push put quarantine query quit raise re-run read rebalance rebase reboot rebuild ' +
  'recheck reclaim reconcile reconnect record recover recreate recycle redeploy redirect reduce refresh register reindex reinstall reject rekey release reload relogin remediate remember remount remove rename renew reopen repair repeat replace ' +
  'replay report reproduce reprocess request requeue rerun reschedule rescue reseed reserve reset reshard resize resolve respond restart restore restrict resume retain retire retrieve retry return revert review revoke rewind roll rotate route rsync run ' +
  'sanitize save say scale scan schedule scrub search see select send set share shift ship show shrink shut sign silence simulate skip smoke snapshot solve spawn specify spin split spread squash ssh stabilize start stash stop store stream strip ' +
  'submit subscribe substitute suppress suspend swap sweep switch sync synchronise synchronize tag tail taint take tear tell terminate test throttle throw tidy toggle trace track transfer transform translate trigger trim truncate try tunnel turn type ' +
  'unassign unban unbind unblock uncomment uncordon undeploy undo undrain unfreeze uninstall unlink unload unlock unmask unmount unpack unpause unpin unplug unregister unseal unset unsubscribe untag untaint unzip update upgrade upload upsert use ' +
  'vacuum validate verify view visit wait warm watch wipe withdraw write zoom';
const IMPERATIVES: ReadonlySet<string> = new Set(VERBS.split(' '));

/** "Re-tag", "rebuild", "force-delete". */
const AGAIN = /^(?:re-?|(?:double|force|hard|soft)-)/;

/** Whether a sentence tells what to do: it begins with a verb, after "then", "please", a number or "to see the site,". */
export function saysWhatToDo(sentence: string): boolean {
  return orderedVerb(sentence) !== null;
}

/** The verb of a sentence that tells what to do, in small letters; `null` if it does not. */
export function orderedVerb(sentence: string): string | null {
  const words = sentence.replace(/^[\s\d.):*–—-]+/, '').replace(/^(?:(?:now|then|next|first|finally|please|also|again|lastly|afterwards|once more|step \d+:?|(?:care|grace|force)fully|forcibly|safely|successively|sequentially|subsequently|immediately|completely|cleanly)(?!\s(?:after|before|once|when|if|unless|until|during|upon|following)\b)[\s,:]+)+/i, '').replace(/^(?:to|in order to|for|after|before|once|from|on|in|using|with|at|as)\b[^,.:;]{1,60},\s*/i, '');
  const first = (/^[a-z-]+/i.exec(words)?.[0] ?? '').toLowerCase();
  return isVerb(first) && !tellsOfDeed(words) ? first : null;
}

/** What says something of the word before it: "Access is through the proxy". */
const TELLS = /^[a-z-]+\s(?:is|are|was|were|has|will|must|should|can|may|means|requires)\s/i;

/** Whether a sentence tells of a deed that is called as its verb is: "Restore follows the procedure of the shop". */
function tellsOfDeed(words: string): boolean {
  if (TELLS.test(words)) return true;
  const verb = /^[a-z-]+\s(?<verb>[a-z]+)s\s(?:its|the(?!\s(?:\w+\s)?way\b))\s/i.exec(words)?.groups?.['verb']?.toLowerCase();
  return verb !== undefined && (isVerb(verb) || isVerb(verb.replace(/e$/, '')));
}

/** Verbs that are mostly things where they end a name, or begin one: "Search latency", "the parcel store". */
const THINGS: ReadonlySet<string> = new Set(
  ('access address alert application attachment back block build call connection contact count cut document documentation dump exit filter fix force grant hand issue label list load location lock log mark mount name note open page pass patch permit ' +
    'pin place plug point post press print provision query read record report request result route search seed set shell share ship sign signal silence skip snapshot split spread stop store stream tag tail target track trace try turn type use view wait watch').split(' '),
);

/** What a deed is called after its verb: "rotation", "deployment", "removal", "recovery", "cut-over", "draining". */
const ENDINGS: readonly (readonly [ending: RegExp, verb: readonly string[]])[] = [
  [/-?(?:back|out|over|up|down|in|off)$/, ['']],
  [/(?:(?<last>[b-df-hj-np-tv-z])\k<last>)ing$/, ['$<last>']],
  [/ing$/, ['', 'e']],
  [/ication$/, ['y']],
  [/ation$/, ['', 'e', 'ate']],
  [/ion$/, ['', 'e']],
  [/ment$/, ['']],
  [/al$/, ['', 'e']],
  [/y$/, ['']],
];
const DEEDS: ReadonlySet<string> = new Set(['maintenance', 'procedure', 'process', 'step', 'instruction', 'checklist']);
/** What a file calls itself, which says nothing of what it is for. */
const NAME_OF_FILE = /^(?:runbook|playbook|how[- ]?to|sop|guide)\b(?!\s+(?:to|for)\b)\W*|\W*\b(?:runbooks?|playbooks?|guide|manual|handbook|document(?:ation)?|sop)\W*$/gi;

/** Whether a word names a deed: a verb that is used as a noun, or a noun made of one. */
function isDeed(word: string): boolean {
  const noun = word.toLowerCase().replace(/(?<=[^s])s$/, '');
  if (THINGS.has(noun)) return false;
  if (DEEDS.has(noun) || isVerb(noun)) return true;
  return ENDINGS.some(([ending, verbs]) => ending.test(noun) && verbs.some((verb) => isVerb(noun.replace(ending, verb))));
}

function isVerb(word: string): boolean {
  return IMPERATIVES.has(word) || IMPERATIVES.has(word.replace(AGAIN, ''));
}

/** What follows the verb of an order. */
const OBJECT = /^(?:the|an?|all|each|every|your|our|it|them|this|that)$/i;
/** Words before an article that are no verbs. */
const NO_VERB = /^(?:about|above|across|after|against|along|among|and|around|as|at|before|behind|below|beneath|beside|between|beyond|by|despite|down|during|except|for|from|how|if|in|inside|into|is|like|near|not|of|off|on|only|once|or|out|outside|over|past|per|since|than|the|through|throughout|to|toward|towards|under|unlike|until|up|upon|via|what|when|whenever|where|which|while|who|why|with|within|without)$/i;

/** Whether a heading or a title is an order: "Restart the worker", and not "Search latency", which begins with the same word as one. */
export function isOrder(words: string): boolean {
  const name = bareName(words);
  const [first = '', second = ''] = name.replace(/ out of\b/i, ' of').split(/\s+/);
  if (/^to\s+[a-z]/i.test(name) || (OBJECT.test(second) && /^[a-z-]+$/i.test(first) && !NO_VERB.test(first))) return true;
  return saysWhatToDo(name) && (second === '' || !THINGS.has(first.toLowerCase()) || /^(?:for|in|on|off|up|back|over|out|which|what|if|at|with|[`<$].*|[\w-]+s)$/i.test(second));
}

/** Whether a heading or a title names something to do: an order, "Restarting it", or a deed ("Node replacement", "Rotation of the keys", "Runbook: deploy to GKE"). */
export function namesTask(words: string): boolean {
  return words.split(/\s[—–|-]+\s|:\s/).some((part) => {
    const name = bareName(part.replace(NAME_OF_FILE, ''));
    const head = name.split(/\s(?:of|for|in|on|from|to|with|at|after|before|by|and|without|per)\s/i)[0] ?? '';
    const first = /^[a-z-]+ing(?=\s)/i.exec(name)?.[0];
    return isOrder(name) || isDeed(/[a-z-]+$/i.exec(head)?.[0] ?? '') || (first !== undefined && isDeed(first));
  });
}

/** Without its number and what stands in parentheses. */
function bareName(words: string): string {
  return words.replace(/\s*\([^()]*\)/g, '').replace(/^(?:[\s\d.):>*#–—-]|(?:step|phase|stage|part)\s\d+)+/i, '').trim();
}

/** The words of a heading or a title in small letters, without numbers and signs. */
export function wordsOf(heading: string): readonly string[] {
  return heading.toLowerCase().split(/[^a-z-]+/).filter((word) => word !== '');
}
