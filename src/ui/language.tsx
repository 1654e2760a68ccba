import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { Bilingual, Language } from '../kernel/text.ts'

interface LanguageContext {
  language: Language
  setLanguage: (language: Language) => void
  /** The sentence in the language of the reader. */
  t: (text: Bilingual) => string
}

const KEY = 'doan-ra.language'
const Context = createContext<LanguageContext | undefined>(undefined)

/** Gives the page its language: Vietnamese, or English where the reader chose it; the choice is kept in this browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(storedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    try {
      localStorage.setItem(KEY, language)
    } catch {
      // A browser that keeps nothing still shows the page; the choice lasts until it is closed.
    }
  }, [language])
  const context = useMemo(() => ({ language, setLanguage, t: (text: Bilingual) => text[language] }), [language])
  return <Context value={context}>{children}</Context>
}

/** The language of the reader, and how to change it. */
export function useLanguage(): LanguageContext {
  const context = use(Context)
  if (!context) throw new Error('useLanguage needs a LanguageProvider around it')
  return context
}

/** The messages of a slice in the language of the reader; both languages have the same keys by their type. */
export function useMessages<Messages>(messages: Record<Language, Messages>): Messages {
  return messages[useLanguage().language]
}

/** Sets the title in the browser's tab, before the name of the product. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Đoàn Ra`
  }, [title])
}

function storedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}
