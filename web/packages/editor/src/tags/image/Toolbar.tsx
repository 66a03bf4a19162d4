/** The tools of one picture. Only those that its config has a use for. */

import { t } from '@labelwright/i18n'
import { Menu } from '@mantine/core'
import {
  IconArrowsMaximize,
  IconBrush,
  IconBucketDroplet,
  IconCircleDot,
  IconEraser,
  IconHandStop,
  IconMinus,
  IconOvalVertical,
  IconPlus,
  IconPointer,
  IconPolygon,
  IconRectangle,
  IconRelationOneToOne,
  IconRotate,
  IconRotateClockwise,
  IconSparkles,
  IconVector,
  IconVectorBezier2,
  IconWand,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { commandTitle } from '../../commands'
import type { ObjectTag } from '../../model'
import { useValue } from '../../view/context'
import { ToolButton } from '../../view/ToolButton'
import type { ImageController } from './controller'
import classes from './image.module.css'
import { Light, type LightValues } from './Light'

interface ToolFace {
  readonly icon: ComponentType<{ size?: number }>
  readonly command: string
}

const FACES: Record<string, ToolFace> = {
  select: { icon: IconPointer, command: 'tool:move' },
  rect: { icon: IconRectangle, command: 'tool:rect' },
  rect3: { icon: IconVector, command: 'tool:rect-3point' },
  ellipse: { icon: IconOvalVertical, command: 'tool:ellipse' },
  polygon: { icon: IconPolygon, command: 'tool:polygon' },
  vector: { icon: IconVectorBezier2, command: 'tool:vector' },
  keypoint: { icon: IconCircleDot, command: 'tool:key-point' },
  brush: { icon: IconBrush, command: 'tool:brush' },
  bitmask: { icon: IconBrush, command: 'tool:brush' },
  wand: { icon: IconWand, command: 'tool:magic-wand' },
  fill: { icon: IconBucketDroplet, command: 'tool:fill' },
  eraser: { icon: IconEraser, command: 'tool:eraser' },
  pan: { icon: IconHandStop, command: 'tool:pan-image' },
}

export function Toolbar({ controller, object }: { controller: ImageController; object: ObjectTag }) {
  const tool = useValue(controller.tool)
  const smartInHand = useValue(controller.smart.inHand)
  const smart = useValue(controller.smart.offered)
  const { attrs } = object.node
  const light: (keyof LightValues)[] = []
  if (attrs.brightnessControl === true) light.push('brightness')
  if (attrs.contrastControl === true) light.push('contrast')
  return (
    <div role="toolbar" aria-orientation="vertical" aria-label={t('editor.imageTools')} className={classes.toolbar}>
      {controller.tools.map((id) => {
        const face = FACES[id]
        if (!face) return null
        const Icon = face.icon
        return (
          <ToolButton
            key={id}
            command={face.command}
            pressed={tool === id && !smartInHand}
            onClick={() => controller.takeTool(id)}
          >
            <Icon size={18} />
          </ToolButton>
        )
      })}
      {smart.length > 0 && <SmartTools controller={controller} ids={smart} />}
      {controller.tools.includes('eraser') && <BrushSize controller={controller} />}
      {attrs.zoomControl !== false && (
        <>
          <div className={classes.divider} />
          <ToolButton command="tool:zoom-in" onClick={controller.zoomIn}>
            <IconZoomIn size={18} />
          </ToolButton>
          <Zoom controller={controller} />
          <ToolButton command="tool:zoom-out" onClick={controller.zoomOut}>
            <IconZoomOut size={18} />
          </ToolButton>
          <ToolButton command="tool:zoom-to-fit" onClick={controller.zoomToFit}>
            <IconArrowsMaximize size={18} />
          </ToolButton>
          <ToolButton command="tool:zoom-to-actual" onClick={controller.zoomToActual}>
            <IconRelationOneToOne size={18} />
          </ToolButton>
        </>
      )}
      {attrs.rotateControl === true && (
        <>
          <div className={classes.divider} />
          <ToolButton command="tool:rotate-left" onClick={() => controller.rotate(-90)}>
            <IconRotate size={18} />
          </ToolButton>
          <ToolButton command="tool:rotate-right" onClick={() => controller.rotate(90)}>
            <IconRotateClockwise size={18} />
          </ToolButton>
        </>
      )}
      {light.length > 0 && (
        <>
          <div className={classes.divider} />
          <Light controller={controller} shown={light} />
        </>
      )}
    </div>
  )
}

/** The drawing tools once more: what they draw is for a model. */
function SmartTools({ controller, ids }: { controller: ImageController; ids: readonly string[] }) {
  const tool = useValue(controller.tool)
  const inHand = useValue(controller.smart.inHand)
  return (
    <>
      <div className={classes.divider} />
      {ids.map((id) => {
        const face = FACES[id]
        if (!face) return null
        const Icon = face.icon
        return (
          <ToolButton
            key={id}
            command="tool:auto-detect"
            title={t('assist.smartTool', { tool: commandTitle(face.command) })}
            pressed={inHand && tool === id}
            onClick={() => controller.takeSmartTool(id)}
          >
            <Icon size={18} />
            <IconSparkles size={11} className={classes.sparkles} />
          </ToolButton>
        )
      })}
    </>
  )
}

function BrushSize({ controller }: { controller: ImageController }) {
  const size = useValue(controller.brushSize)
  return (
    <>
      <div className={classes.divider} />
      <ToolButton command="tool:increase-tool" onClick={() => controller.resizeBrush(1)}>
        <IconPlus size={16} />
      </ToolButton>
      <span className={classes.zoom}>{size} px</span>
      <ToolButton command="tool:decrease-tool" onClick={() => controller.resizeBrush(-1)}>
        <IconMinus size={16} />
      </ToolButton>
    </>
  )
}

const PRESETS = [0.25, 0.5, 1, 2, 4, 8]

/** How large the picture is shown, and a list of sizes to choose from. */
function Zoom({ controller }: { controller: ImageController }) {
  const { scale } = useValue(controller.surface.view)
  const shown = `${Math.round(scale * 100)}%`
  return (
    <Menu position="right" shadow="md">
      <Menu.Target>
        <button type="button" className={classes.zoom} aria-label={t('image.zoomNow', { zoom: shown })}>
          {shown}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={controller.zoomToFit}>{commandTitle('tool:zoom-to-fit')}</Menu.Item>
        {PRESETS.map((preset) => (
          <Menu.Item key={preset} onClick={() => controller.zoomTo(preset)}>
            {preset * 100}%
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
