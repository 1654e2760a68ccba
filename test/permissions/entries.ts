import { attachmentEntries } from './entries-attachments.ts'
import { committeeEntries } from './entries-committees.ts'
import { costEntries } from './entries-costs.ts'
import { delegationEntries } from './entries-delegations.ts'
import { identityEntries } from './entries-identity.ts'
import { noticeEntries } from './entries-notices.ts'
import { peopleEntries } from './entries-people.ts'
import { planEntries } from './entries-plans.ts'
import { registerEntries } from './entries-register.ts'
import type { Entries } from './entry.ts'

/** Every endpoint there is. One without an entry, and an entry without an endpoint, fail the test. */
export const entries: Entries = {
  ...registerEntries,
  ...peopleEntries,
  ...identityEntries,
  ...noticeEntries,
  ...planEntries,
  ...delegationEntries,
  ...committeeEntries,
  ...attachmentEntries,
  ...costEntries,
}
