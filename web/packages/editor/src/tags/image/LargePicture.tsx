/** What there is to say about a picture of very many pixels: it is being prepared, or the browser cannot show it. */

import { t } from '@labelwright/i18n'
import { Loader } from '@mantine/core'
import type { ImageSurface } from '../../media/image/surface'
import { Card } from '../../view/Card'
import { useValue } from '../../view/context'
import classes from './image.module.css'

export default function LargePicture({ surface }: { surface: ImageSurface }) {
  const state = useValue(surface.overview.state)
  const { width, height } = surface.picture
  if (state === 'making') {
    return (
      <div className={classes.preparing} role="status">
        <Loader size={14} color="gray" />
        {t('editor.imagePreparing', { megapixels: Math.round((width * height) / 1e6) })}
      </div>
    )
  }
  if (state !== 'undecodable') return null
  return (
    <div className={classes.undecodable}>
      <Card tone="error" title={t('editor.imageTooLarge', { width, height })}>
        {t('editor.imageTooLargeMore')}
      </Card>
    </div>
  )
}
