import '@mantine/core/styles.css'
import '../ui/fonts.css'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { LanguageProvider } from '../ui/language.tsx'
import { theme } from '../ui/theme.ts'
import { router } from './router.tsx'

// The security policy of the page allows no code made from text, which zod would otherwise try.
config({ jitless: true })

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })

/** The nonce that the server gave this page: without it the browser refuses a style that is added while running. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
}

const place = document.getElementById('root')
if (!place) throw new Error('index.html lacks the element #root')

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
