/** Brightness and contrast of the picture on this screen: seen, never stored. */

import { type TextKey, t } from '@labelwright/i18n'
import { ActionIcon, Popover, Slider, Tooltip } from '@mantine/core'
import { IconBrightnessUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useValue } from '../../view/context'
import type { ImageController } from './controller'
import classes from './image.module.css'

/** In percent; what is stored is the picture as it is. */
export interface LightValues {
  readonly brightness: number
  readonly contrast: number
}

export const NEUTRAL: LightValues = { brightness: 100, contrast: 100 }

interface LightProps {
  readonly controller: ImageController
  readonly shown: readonly (keyof LightValues)[]
}

const NAMES = { brightness: 'editor.brightness', contrast: 'editor.contrast' } satisfies Record<
  keyof LightValues,
  TextKey
>

export function Light({ controller, shown }: LightProps) {
  const light = useValue(controller.light)
  const [opened, setOpened] = useState(false)
  const changed = shown.some((key) => light[key] !== NEUTRAL[key])
  const name = shown.map((key) => t(NAMES[key])).join(', ')
  return (
    <Popover position="right-end" width={240} withArrow trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Tooltip label={name} position="right" openDelay={400} disabled={opened}>
          <ActionIcon
            variant={changed ? 'light' : 'subtle'}
            color={changed ? undefined : 'gray'}
            size={34}
            aria-label={name}
            onClick={() => setOpened(!opened)}
          >
            <IconBrightnessUp size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.light}>
        {shown.map((key) => (
          <LightSlider key={key} controller={controller} of={key} />
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}

function LightSlider({ controller, of }: { controller: ImageController; of: keyof LightValues }) {
  const light = useValue(controller.light)
  const id = useId()
  return (
    <div>
      <div id={id} className={classes.lightName}>
        <span>{t(NAMES[of])}</span>
        <span>{light[of]}%</span>
      </div>
      <Slider
        size="sm"
        min={0}
        max={400}
        value={light[of]}
        label={null}
        thumbProps={{ 'aria-labelledby': id }}
        marks={[{ value: NEUTRAL[of] }]}
        onChange={(value) => controller.setLight({ [of]: value })}
      />
    </div>
  )
}
