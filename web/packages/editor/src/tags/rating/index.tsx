/** A number of stars. */

import { t } from '@labelwright/i18n'
import { CloseButton, Rating } from '@mantine/core'
import {
  IconFlame,
  IconFlameFilled,
  IconHeart,
  IconHeartFilled,
  IconMoodSmile,
  IconMoodSmileFilled,
} from '@tabler/icons-react'
import type { Control, TagNode } from '../../model'
import { useAnnotation, useOptionKey } from '../../view/context'
import { KeyHint } from '../../view/KeyHint'
import { Question } from '../../view/Question'
import { useAnswer } from '../../view/useAnswer'
import { defineTag } from '../tag'
import classes from './rating.module.css'

const SIZES = { small: 'sm', medium: 'md', large: 'xl' } as const

const ICONS = {
  star: [undefined, undefined],
  heart: [IconHeart, IconHeartFilled],
  fire: [IconFlame, IconFlameFilled],
  smile: [IconMoodSmile, IconMoodSmileFilled],
} as const

function RatingTag({ node }: { node: TagNode<'Rating'> }) {
  const { config } = useAnnotation()
  const control = config.controls.get(node.attrs.name)
  return control ? <Stars node={node} control={control} /> : null
}

function Stars({ node, control }: { node: TagNode<'Rating'>; control: Control }) {
  const { value, set, readOnly, shown } = useAnswer(control)
  const { config } = useAnnotation()
  const { maxRating, size, icon } = node.attrs
  const rating = typeof value === 'number' ? value : 0
  useOptionKey(node, () => {
    if (shown && !readOnly) set(rating >= maxRating ? 0 : rating + 1)
  })
  const [Empty, Full] = ICONS[icon]
  const key = config.keys.get(node.id)
  return (
    <Question control={control} shown={shown}>
      <div className={classes.rating}>
        <Rating
          role="radiogroup"
          aria-label={control.name}
          aria-required={node.attrs.required || undefined}
          count={maxRating}
          size={SIZES[size]}
          value={rating}
          readOnly={readOnly}
          emptySymbol={Empty && <Empty className={classes.empty} />}
          fullSymbol={Full && <Full className={classes.full} />}
          getSymbolLabel={(stars) => t('editor.ratingOf', { name: control.name, count: stars })}
          onChange={(stars) => set(stars)}
        />
        {rating > 0 && !readOnly && (
          <CloseButton
            size="sm"
            aria-label={t('editor.clearRating', { name: control.name })}
            onClick={() => set(undefined)}
          />
        )}
        <KeyHint of={key} />
      </div>
    </Question>
  )
}

export const rating = defineTag('Rating', RatingTag)
