import type { Json } from '@labelwright/api'
import { t } from '@labelwright/i18n'
import { Button } from '@mantine/core'
import { IconPhotoOff, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { mediaAddress } from '../kit/media.ts'
import classes from './tasks.module.css'

/** The address in a field of data; of several the first. */
export function addressIn(value: Json | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first !== '' ? mediaAddress(first) : undefined
}

export function Picture({ value, className = classes.thumbnail }: { value: Json; className?: string | undefined }) {
  const [broken, setBroken] = useState<string>()
  const address = addressIn(value)
  if (address === undefined) return null
  if (broken === address) {
    return (
      <IconPhotoOff size={22} stroke={1.4} color="var(--mantine-color-dimmed)" aria-label={t('tasks.no_picture')} />
    )
  }
  return (
    <img
      src={address}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      className={className}
      onError={() => setBroken(address)}
    />
  )
}

/** Nothing of a sound is fetched before somebody wants to hear it. */
export function Sound({ value }: { value: Json }) {
  const [playing, setPlaying] = useState<string>()
  const address = addressIn(value)
  if (address === undefined) return null
  if (playing !== address) {
    return (
      <Button
        size="compact-xs"
        variant="default"
        tabIndex={-1}
        data-plays
        leftSection={<IconPlayerPlay size={13} />}
        onClick={() => setPlaying(address)}
      >
        {t('data.play')}
      </Button>
    )
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: the sound is what is to be transcribed
    <audio src={address} controls autoPlay className={classes.sound} aria-label={address} />
  )
}
