/** What a colour means, everywhere: red only for prohibited, amber needs an exception, blue is missing. */
export type Tone = 'red' | 'amber' | 'blue' | 'green' | 'grey' | 'accent'
