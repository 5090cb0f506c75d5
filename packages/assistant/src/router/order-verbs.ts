const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that change the world and name nothing in it: whatever follows them is what they are to be done to. */
export const ORDERING: ReadonlySet<string> = words(
  'evict apologise apologize reimburse compensate cordon uncordon uninstall reinstall install reconfigure provision deprovision reassign reopen unblock unban unlock unfreeze unmute unpublish unsubscribe subscribe enrol enroll expel decommission dismantle terminate abort cancel deactivate reactivate activate redeploy undeploy reboot relaunch rerun re-run requeue re-queue resend redeliver reprocess reindex re-index resubmit reimport renew recreate rewrite rebalance revoke rotate invalidate whitelist blacklist allowlist denylist impersonate quarantine sanction throttle rate-limit prune encrypt decrypt obfuscate harden remediate mitigate congratulate thank forgive failover',
);

/** Verbs that an earlier answer can be changed with too, "undo that": of the world only where the world is named. */
export const EDITING: ReadonlySet<string> = words(
  'undo revert set increase decrease raise lower reduce double triple halve extend shorten expand shrink bump resize update modify adjust reset restore move merge save apply rename tune tweak clone copy duplicate insert cap',
);

/** Verbs that are names as well, "block count", "order rate": orders only of something that is pointed at. */
export const NAMED: ReadonlySet<string> = words(
  'accept acknowledge allocate answer appoint approve archive assign attach award ban block book boot borrow bribe build buy call charge clean clear close comment commit compile configure confirm connect contact convince create credit debit decline delegate deploy detach disable disconnect dispatch drain draft educate email e-mail enable escalate execute expire fire fix flush forward freeze grant hand harass hire improve import inform ingest inject instruct interrupt invite invoice kick kill launch lease lend lock mail mark message migrate mock mount mute nominate notify offer open optimise optimize page patch pause pay phone pin ping pitch plan poke post postpone prepare prevent process promise promote demote protect prove publish push reboot redirect refactor refund register reject release relocate remind rent repair replay reply reschedule reserve resolve respond restart resume retire retry reward roll route sabotage scale schedule secure sell send share ship shut sign silence simulate solve spawn speed start steal stop submit suspend sync synchronise synchronize tag taint teach test text ticket tip train transfer trigger unmount untaint upgrade downgrade upload validate verify vote wake warm warn wipe write recover reorder nudge bounce compose compress debug empty lift nuke shift reroute',
);

/** Nothing that is asked for begins with one of these and a bare name: "flush redis", "restart mailer". */
export const DONE_TO_A_NAME: ReadonlySet<string> = words(
  'flush drain restart kill purge wipe bounce resume disable enable silence unmount nuke mute unmute',
);

/** Two words that are one verb: "fail over the database", "shut payments down". */
export const PHRASAL: RegExp =
  /^(?:(?:back|clean|free|open|roll|set|speed|spin|start|tear|turn|wake|warm|wind) up|(?:fail|hand) over|(?:log|sign|opt|lock|roll|kick|phase) out|(?:kick|log|sign|turn|switch|shut|lay) off|(?:bring|roll|scale|shut|slow|spin|take|tear|turn|wind|power) down|(?:switch|turn|power) on|roll back|scale out|check in)\b/;

/** The same around what it is done to: "shut payments down". */
export const PHRASAL_AROUND: RegExp =
  /^(?:(?:bring|roll|scale|shut|slow|spin|tear|turn|wind|power|switch|fail|lock|kick|phase|log|sign)\s+(?:[\w./-]+\s+){1,3}(?:down|off|out|offline|online|back|back up|over)|take\s+(?:[\w./-]+\s+){1,3}(?:down|offline|online))(?:\s|$)/;

/** Verbs that ask, however the sentence goes on; an unknown one is not taken for an order where it is one of these. */
export const ASKING: ReadonlySet<string> = words(
  'add aggregate analyse analyze average bear break bring browse bucket calculate categorise categorize chart check choose classify combine compare compute consider contrast correct correlate count cross cut describe detect determine differentiate discover display distinguish divide drop enumerate estimate examine exclude explain explore express extract fetch figure filter find focus follow forget generate get give graph grep group have help hide highlight identify ignore illustrate include indicate inspect investigate isolate join keep know leave let limit list locate look make map measure mention name narrow need note omit output paint pick pinpoint plot present print prioritise prioritize produce provide pull put quantify query quote rank read recall recompute recount redo remember remove render repeat retrieve return review run say scan search see select separate show single sketch skip slice sort specify split spot state stay sum summarise summarize supply switch tabulate take tell tail think total trace track translate try turn use view visualise visualize want watch weigh wonder work zoom report arrange batch pack bundle stack cluster bin dice pivot cast dig spell store order put log weight judge guess reverse invert flip rearrange relabel swap replace',
);
