import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, the longest first. */
const SLOW = [
  'test/permissions.test.ts',
  'test/process.db.test.ts',
  'test/killed.db.test.ts',
  'test/hostile.test.ts',
  'dossier-way.browser.test.ts',
  'journey.browser.test.ts',
  'two-editors.browser.test.ts',
  'dossier.browser.test.ts',
  'whatif.browser.test.ts',
  'board.browser.test.ts',
  'plan-editor.browser.test.ts',
  'people.browser.test.ts',
  'lanes.browser.test.ts',
  'attachments.browser.test.ts',
  'committee.browser.test.ts',
  'sign-in.browser.test.ts',
]

/** Starts the slow files first, so that no worker is left alone with one of them at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = SLOW.findIndex((file) => moduleId.endsWith(file))
      return at < 0 ? SLOW.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
