const VERBS =
  'abort access acknowledge activate add adjust allow analyze announce append apply approve ask assign attach authenticate back backup block boot bootstrap bounce bring build bump calculate call cancel capture change check chmod choose chown clean ' +
  'clear click clone close collect commit compare compile compress compute configure confirm connect consider contact continue convert copy cordon count create cut deactivate decide declare decode decommission decompress decrease decrypt define ' +
  'defragment delete demote deploy deprovision deregister describe destroy detach determine diagnose disable discard disconnect dismiss distribute divert do document double-check downgrade download drain drop dump edit eject elect emit empty enable ' +
  'encode encrypt enroll ensure enter erase escalate establish evacuate evaluate evict examine exec execute exit expand expire export expose extract fail fetch fill filter finalize find finish fix flip flush follow force freeze gather generate get ' +
  'give go grab grant grep halt hand identify ignore impersonate import increase inform initialise initialize initiate inject insert inspect install instantiate integrate invalidate investigate invite invoke isolate issue join jump keep kill label ' +
  'launch leave let list load locate lock log look lower make mark merge migrate modify monitor mount move mute name navigate normalize note notify nudge observe obtain omit open optimize override page pass paste patch pause perform permit pick pin ' +
  'ping place plug point populate post postpone prepare prepend preserve press prevent print proceed promote propagate provide provision prune publish pull purge push put quarantine query quit raise re-run read rebalance rebase reboot rebuild ' +
  'recheck reclaim reconcile reconnect record recover recreate recycle redeploy redirect reduce refresh register reindex reinstall reject rekey release reload relogin remediate remember remount remove rename renew reopen repair repeat replace ' +
  'replay report reprocess request requeue rerun reschedule rescue reseed reserve reset reshard resize resolve respond restart restore restrict resume retain retire retrieve retry return revert review revoke rewind roll rotate route rsync run ' +
  'sanitize save say scale scan schedule scrub search see select send set share shift ship show shrink shut sign silence simulate skip smoke snapshot solve spawn specify spin split spread squash ssh stabilize start stash stop store stream strip ' +
  'submit subscribe substitute suppress suspend swap sweep switch sync synchronise synchronize tag tail taint take tear tell terminate test throttle throw tidy toggle trace track transfer transform translate trigger truncate try tunnel turn type ' +
  'unassign unban unbind unblock uncomment uncordon undeploy undo undrain unfreeze uninstall unlink unload unlock unmask unmount unpack unpause unpin unplug unregister unseal unset unsubscribe untag untaint unzip update upgrade upload upsert use ' +
  'vacuum validate verify view visit wait warm watch wipe withdraw write zoom';
const IMPERATIVES: ReadonlySet<string> = new Set(VERBS.split(' '));

/** "Re-tag", "rebuild", "force-delete". */
const AGAIN = /^(?:re-?|(?:double|force|hard|soft)-)/;

/** Whether a sentence tells what to do: it begins with a verb, after "then", "please", a number or "to see the site,". */
export function saysWhatToDo(sentence: string): boolean {
  const words = sentence.replace(/^[\s\d.):*–—-]+/, '').replace(/^(?:(?:now|then|next|first|finally|please|also|again|lastly|afterwards|once more|step \d+:?)[\s,:]+)+/i, '').replace(/^(?:to|in order to|for|after|before|once|from|on|in|using|with|at|as)\b[^,.:;]{1,60},\s*/i, '');
  const first = (/^[a-z-]+/i.exec(words)?.[0] ?? '').toLowerCase();
  return IMPERATIVES.has(first) || IMPERATIVES.has(first.replace(AGAIN, ''));
}
