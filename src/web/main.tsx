import '../ui/fonts.css'
import '../ui/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { SessionProvider } from '../identity/pages.tsx'
import { LanguageProvider } from '../ui/language.tsx'
import { router } from './router.tsx'

// The security policy of the page allows no code made from text, which zod would otherwise try.
config({ jitless: true })

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } })

const place = document.getElementById('root')
if (!place) throw new Error('index.html lacks the element #root')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)
