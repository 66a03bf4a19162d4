import type { JsonObject } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useFocusOnChange } from '../kit/useFocusOnChange.ts'
import { TemplateGallery } from './TemplateGallery.tsx'

const ConfigWorkbench = lazy(() => import('./config/ConfigWorkbench.tsx'))

interface LabelingSetupProps {
  project: number
  config: string
  onChange: (config: string) => void
  columns: readonly string[]
  sample: JsonObject | undefined
}

export const isEmptyConfig = (config: string): boolean => /^\s*(<View>\s*<\/View>|<View\s*\/>)?\s*$/.test(config)

/** Choose a template, change its XML, see it with one's own data. */
export function LabelingSetup(props: LabelingSetupProps) {
  const [browsing, setBrowsing] = useState(isEmptyConfig(props.config))
  const choose = (next: string) => {
    props.onChange(next)
    setBrowsing(false)
  }
  const box = useFocusOnChange(browsing)
  return (
    <section ref={box} tabIndex={-1} aria-label={t(browsing ? 'setup.all_templates' : 'setup.step_config')}>
      {browsing ? (
        <TemplateGallery onChoose={choose} />
      ) : (
        <Suspense fallback={<Loader m="md" role="status" aria-label={t('common.loading')} />}>
          <ConfigWorkbench {...props} onBrowse={() => setBrowsing(true)} />
        </Suspense>
      )}
    </section>
  )
}
