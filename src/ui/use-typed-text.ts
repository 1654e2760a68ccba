import { useState } from 'react'

interface Typed {
  text: string
  onFocus: () => void
  onChange: (text: string) => void
  onBlur: () => void
}

/**
 * Lets somebody type freely into a field that holds a value of another form: while they type, the text stays as typed
 * and `commit` is told only what can be read; when they leave, `finish` gets the text whatever it is.
 */
export function useTypedText(shown: string, commit: (text: string) => void, finish: (text: string) => void): Typed {
  const [typing, setTyping] = useState<string | undefined>(undefined)
  return {
    text: typing ?? shown,
    onFocus: () => setTyping(shown),
    onChange: (text) => {
      setTyping(text)
      commit(text)
    },
    onBlur: () => {
      if (typing !== undefined && typing !== shown) finish(typing)
      setTyping(undefined)
    },
  }
}
