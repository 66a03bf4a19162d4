/** A picture to draw on. */

import { t } from '@labelwright/i18n'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { asText, givenOf, type ObjectTag, pageOf, setPage, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation, useEditor, useValue } from '../../view/context'
import { useSharedView } from '../../view/shared-views'
import { useResolvedUrl } from '../../view/useResolvedUrl'
import { readLength } from '../css'
import { SourceText } from '../SourceText'
import { defineTag } from '../tag'
import { ImageController } from './controller'
import classes from './image.module.css'
import { Pages } from './Pages'
import { Toolbar } from './Toolbar'

const RegionBar = lazy(() => import('./RegionBar').then((m) => ({ default: m.RegionBar })))

/** Loaded where a picture is larger than browsers like. */
const LargePicture = lazy(() => import('./LargePicture'))

/** Loaded where a model can be asked. */
const Decisions = lazy(() => import('./Decisions'))

type Loading = 'loading' | 'ready' | 'failed'

function ImageTag({ node }: { node: TagNode<'Image'> }) {
  const annotation = useAnnotation()
  const object = annotation.config.objects.get(node.attrs.name)
  useValue(annotation.session.page)
  const pages = object?.pages
  const page = Math.min(object ? pageOf(annotation.session, object.name) : 0, Math.max(0, (pages?.length ?? 1) - 1))
  if (!object) return null
  return (
    <div className={classes.image} style={sizeOf(node)} data-fills>
      <SourceText key={page} attrs={{ ...PLAIN, ...node.attrs }} value={asText(pages ? pages[page] : object.value)}>
        {(address) => <Picture object={object} node={node} page={page} address={address} />}
      </SourceText>
      {pages && pages.length > 1 && (
        <Pages object={object} page={page} onTurn={(to) => setPage(annotation.session, object.name, to)} />
      )}
    </div>
  )
}

/** The address stands in the task, or, with a `resolver`, in a file there. */
const PLAIN = { valueType: 'text', encoding: 'none' } as const

/** Sizes that the config gives itself; its documented defaults suit a page around it that we do not have. */
function sizeOf(node: TagNode<'Image'>): React.CSSProperties {
  const given = (name: string): string | undefined => readLength(givenOf(node, name))
  return { width: given('width'), maxWidth: given('maxWidth'), height: given('height'), maxHeight: given('maxHeight') }
}

interface PictureProps {
  readonly object: ObjectTag
  readonly node: TagNode<'Image'>
  readonly page: number
  readonly address: string
}

function Picture({ object, node, page, address }: PictureProps) {
  const editor = useEditor()
  const annotation = useAnnotation()
  const [attempt, setAttempt] = useState(0)
  const [loading, setLoading] = useState<Loading>('loading')
  const [controller, setController] = useState<ImageController>()
  const root = useRef<HTMLDivElement>(null)
  const image = useRef<HTMLImageElement>(null)
  const url = useResolvedUrl(address)
  useSharedView(object.name, controller?.surface.view)

  useEffect(() => {
    if (loading !== 'ready' || !root.current || !image.current) return
    const made = new ImageController({ editor, annotation, object, page, root: root.current, image: image.current })
    editor.surfaces.set(object.name, made)
    setController(made)
    return () => {
      setController(undefined)
      editor.surfaces.delete(object.name)
      made.destroy()
    }
  }, [editor, annotation, object, page, loading])

  const retry = (): void => {
    setLoading('loading')
    setAttempt((n) => n + 1)
  }

  return (
    <div className={classes.frame}>
      {controller && <Toolbar controller={controller} object={object} />}
      {controller && <AreaTools controller={controller} />}
      {controller?.smart.suggestions && (
        <Suspense>
          <Decisions controller={controller} suggestions={controller.smart.suggestions} />
        </Suspense>
      )}
      <Surface root={root} controller={controller} name={object.name}>
        {url !== undefined && loading !== 'failed' && (
          <img
            key={attempt}
            ref={image}
            className={classes.picture}
            src={url}
            alt=""
            draggable={false}
            decoding="async"
            crossOrigin={node.attrs.crossOrigin === 'none' ? undefined : node.attrs.crossOrigin}
            data-ready={controller !== undefined || undefined}
            onLoad={() => setLoading('ready')}
            onError={() => setLoading('failed')}
          />
        )}
        {controller && controller.surface.overview.state.get() !== 'none' && (
          <Suspense>
            <LargePicture surface={controller.surface} />
          </Suspense>
        )}
        {loading === 'failed' && (
          <Card
            tone="error"
            title={t('editor.imageFailed')}
            action={
              <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={retry}>
                {t('editor.retry')}
              </Button>
            }
          >
            {t('editor.imageFailedMore', { name: object.name })}
            <br />
            <code>{address || t('editor.noAddress')}</code>
          </Card>
        )}
      </Surface>
    </div>
  )
}

function AreaTools({ controller }: { controller: ImageController }) {
  const { combine, fillHoles, kinds } = useValue(controller.areas.offers)
  if (!combine && !fillHoles && kinds.length === 0) return null
  return (
    <Suspense>
      <RegionBar areas={controller.areas} />
    </Suspense>
  )
}

interface SurfaceProps {
  readonly root: React.RefObject<HTMLDivElement | null>
  readonly controller: ImageController | undefined
  readonly name: string
  readonly children: React.ReactNode
}

/** Only what can be drawn on is a surface: until the picture is there, a gesture would be lost. */
const ready = (name: string) => ({ role: 'application', 'aria-label': name, tabIndex: 0 })
const loading = (name: string) => ({ role: 'group', 'aria-label': name, 'aria-busy': true })

function Surface({ root, controller, name, children }: SurfaceProps) {
  const editor = useEditor()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is among the spread attributes
    <div
      ref={root}
      {...(controller ? ready(name) : loading(name))}
      className={classes.surface}
      onFocus={() => editor.focusedSurface.set(name)}
    >
      {controller && <Cursor root={root} controller={controller} />}
      {children}
    </div>
  )
}

/** Keeps the cursor that of the tool without rendering the surface again. */
function Cursor({ root, controller }: { root: React.RefObject<HTMLDivElement | null>; controller: ImageController }) {
  const cursor = useValue(controller.cursor)
  useEffect(() => {
    if (root.current) root.current.style.cursor = cursor
  }, [root, cursor])
  return null
}

export const image = defineTag('Image', ImageTag)
