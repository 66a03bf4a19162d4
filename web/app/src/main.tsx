import './mantine.css'
import './app.css'
import { locale, onLocaleChange } from '@labelwright/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Fragment, StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { restoreLocale } from './kit/language.ts'
import { queryClient } from './kit/query.ts'
import { Toasts } from './kit/toast.tsx'
import { router } from './router.tsx'
import { SessionExpired } from './session/SessionExpired.tsx'
import { cssVariables, theme } from './theme.ts'

function App() {
  // Texts are looked up while rendering, so another language means rendering everything anew.
  const language = useSyncExternalStore(onLocaleChange, locale)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Fragment key={language}>
          <Toasts />
          <RouterProvider router={router} />
          <SessionExpired />
        </Fragment>
      </QueryClientProvider>
    </MantineProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('no #root in the page')
await restoreLocale()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
