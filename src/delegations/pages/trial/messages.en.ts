import type { TrialMessages } from './messages.vi.ts'

export const en: TrialMessages = {
  title: 'Try before drafting',
  sub: 'Pick people of the register, countries, days and money: the result is that of a dossier just drafted, by what the registers know today. Nothing is kept until “Begin a dossier” is pressed.',
  sender: 'Body and plan',
  lineAbove: 'The line of the yearly plan is chosen under “Body and plan”.',
  looking: 'Asking the registers…',
  looked: (time) => `Registers asked at ${time}`,
  nothingKept: 'nothing is kept',
  again: 'Ask again',
  held: (n) => `${n} ${n === 1 ? 'field' : 'fields'} could not be taken; mend it first:`,
  begin: 'Begin a dossier',
  beginTitle: 'Begin a dossier with what was tried',
  beginWhat:
    'The new dossier is a draft, with the body, the line of the plan, the people, countries, days and money shown. What is missing is typed in the dossier.',
  trips: {
    ofYear: (year, states) => `${year}: ${states} →`,
    done: (n) => `${n} ${n === 1 ? 'trip' : 'trips'} made`,
    approved: (n) => `${n} approved`,
    pending: (n) => `${n} under way`,
    planned: (n) => `${n} planned`,
    none: 'no trip yet',
    next: (nth) => `this will be trip ${nth}`,
    within: (nth, max) => `this is trip ${nth} of at most ${max}`,
    beyond: (nth, max) => `this is trip ${nth}, beyond the ${max} allowed`,
    free: (nth) => `this is trip ${nth}, without a limit`,
  },
}
